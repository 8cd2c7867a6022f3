package dev.licenseflow.messaging.sample;

import dev.licenseflow.domain.license.CustomerLicenses;
import dev.licenseflow.domain.license.LatestQuote;
import dev.licenseflow.domain.license.LicenseStatus;
import dev.licenseflow.domain.license.OpenCharge;
import dev.licenseflow.domain.license.Quantities;
import dev.licenseflow.domain.license.QuoteEnd;
import dev.licenseflow.domain.request.RenewalMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Customers in every status, with every kind of latest quote. */
public final class Licenses {

    private static final int ROUNDS = 20;

    private final Draw draw;
    private final Decisions decisions;

    private Licenses(Draw draw) {
        this.draw = draw;
        this.decisions = new Decisions(draw);
    }

    public static List<CustomerLicenses> many() {
        Licenses licenses = new Licenses(new Draw(4));
        List<CustomerLicenses> many = new ArrayList<>();
        many.add(CustomerLicenses.unregistered("c1"));
        for (int round = 0; round < ROUNDS; round++) {
            for (Supplier<LatestQuote> quote : licenses.quotes()) {
                many.add(licenses.customer(quote.get()));
            }
        }
        return many;
    }

    private CustomerLicenses customer(LatestQuote quote) {
        return new CustomerLicenses(
                draw.text(),
                draw.text(),
                draw.text(),
                draw.oneOf(LicenseStatus.class),
                draw.oneOf(RenewalMethod.class),
                draw.month(),
                draw.month(),
                draw.upTo(1_000),
                products(),
                draw.some(() -> new OpenCharge(draw.text(), draw.text(), draw.month(), draw.upTo(100_000))),
                quote,
                draw.yes(),
                draw.yes(),
                draw.instant(),
                draw.text());
    }

    private List<Supplier<LatestQuote>> quotes() {
        return List.of(
                LatestQuote.None::new,
                () -> new LatestQuote.Open(
                        decisions.quote(),
                        products(),
                        draw.oneOf(LicenseStatus.class),
                        draw.oneOf(RenewalMethod.class),
                        draw.text()),
                () -> new LatestQuote.Closed(draw.text(), draw.oneOf(QuoteEnd.class)));
    }

    private SortedMap<String, Quantities> products() {
        SortedMap<String, Quantities> products = new TreeMap<>();
        draw.some(draw::text).forEach(product -> products.put(product, decisions.quantities()));
        return products;
    }
}
