package dev.licenseflow.processor.state;

import dev.licenseflow.domain.charge.ChargeLine;
import dev.licenseflow.domain.charge.Quote;
import dev.licenseflow.domain.license.CustomerLicenses;
import dev.licenseflow.domain.license.LatestQuote;
import dev.licenseflow.domain.license.LicenseStatus;
import dev.licenseflow.domain.license.OpenCharge;
import dev.licenseflow.domain.license.Quantities;
import dev.licenseflow.domain.license.QuoteEnd;
import dev.licenseflow.domain.request.LicenseChange;
import dev.licenseflow.domain.request.Operation;
import dev.licenseflow.domain.request.RenewalMethod;
import dev.licenseflow.messaging.mapping.MonthText;
import dev.licenseflow.messaging.mapping.Symbols;
import dev.licenseflow.messaging.state.CustomerLicensesState;
import dev.licenseflow.messaging.state.StoredChange;
import dev.licenseflow.messaging.state.StoredCharge;
import dev.licenseflow.messaging.state.StoredClosedQuote;
import dev.licenseflow.messaging.state.StoredOpenQuote;
import dev.licenseflow.messaging.state.StoredOperation;
import dev.licenseflow.messaging.state.StoredProduct;
import dev.licenseflow.messaging.state.StoredQuoteEnd;
import dev.licenseflow.messaging.state.StoredQuoteLine;
import dev.licenseflow.messaging.state.StoredRenewalMethod;
import dev.licenseflow.messaging.state.StoredStatus;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * A customer's licenses as they are stored: all that {@link CustomerLicenses} knows, without loss; an open quote is
 * stored with what it was made from (K3).
 */
public final class CustomerLicensesMapper {

    private CustomerLicensesMapper() {}

    @SuppressWarnings("NullAway") // The generated class takes null for what is absent.
    public static CustomerLicensesState toState(CustomerLicenses licenses) {
        return new CustomerLicensesState(
                licenses.customerId(),
                licenses.partnerId(),
                licenses.system(),
                Symbols.same(StoredStatus.class, licenses.status()),
                Symbols.same(StoredRenewalMethod.class, licenses.renewalMethod()),
                MonthText.of(licenses.paidThrough()),
                MonthText.of(licenses.month()),
                licenses.revision(),
                products(licenses.products()),
                mapped(licenses.openCharges(), CustomerLicensesMapper::stored),
                licenses.quote().match(() -> null, CustomerLicensesMapper::openQuote, closed -> null),
                licenses.quote().match(() -> null, open -> null, CustomerLicensesMapper::closedQuote),
                licenses.renewalScheduled(),
                licenses.cancelled(),
                licenses.changedAt().toEpochMilli(),
                licenses.changedBy());
    }

    /** The stored licenses; an {@code IllegalStateException} says that they break a rule of the domain. */
    public static CustomerLicenses toDomain(CustomerLicensesState state) {
        try {
            return new CustomerLicenses(
                    state.getCustomerId(),
                    state.getPartnerId(),
                    state.getSystem(),
                    Symbols.same(LicenseStatus.class, state.getStatus()),
                    Symbols.same(RenewalMethod.class, state.getRenewalMethod()),
                    MonthText.parse("paidThrough", state.getPaidThrough()),
                    MonthText.parse("month", state.getMonth()),
                    state.getRevision(),
                    quantities(state.getProducts()),
                    mapped(state.getOpenCharges(), CustomerLicensesMapper::open),
                    latestQuote(state),
                    state.getRenewalScheduled(),
                    state.getCancelled(),
                    Instant.ofEpochMilli(state.getChangedAt()),
                    state.getChangedBy());
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(
                    "The stored licenses of " + state.getCustomerId() + " are broken: " + e.getMessage(), e);
        }
    }

    private static List<StoredProduct> products(SortedMap<String, Quantities> products) {
        return mapped(products.entrySet(), product -> {
            Quantities quantities = product.getValue();
            return new StoredProduct(product.getKey(), quantities.active(), quantities.next());
        });
    }

    private static SortedMap<String, Quantities> quantities(List<StoredProduct> products) {
        SortedMap<String, Quantities> quantities = new TreeMap<>();
        for (StoredProduct product : products) {
            quantities.put(product.getProduct(), new Quantities(product.getActive(), product.getNext()));
        }
        return quantities;
    }

    private static StoredCharge stored(OpenCharge charge) {
        return new StoredCharge(
                charge.chargeId(), charge.product(), MonthText.of(charge.month()), charge.amountCents());
    }

    private static OpenCharge open(StoredCharge charge) {
        YearMonth month = MonthText.parse("openCharges.month", charge.getMonth());
        return new OpenCharge(charge.getChargeId(), charge.getProduct(), month, charge.getAmountCents());
    }

    /** A loop, since this is done for every load and save of a customer. */
    static <A, B> List<B> mapped(Collection<A> values, Function<A, B> mapping) {
        List<B> mapped = new ArrayList<>(values.size());
        for (A value : values) {
            mapped.add(mapping.apply(value));
        }
        return mapped;
    }

    private static LatestQuote latestQuote(CustomerLicensesState state) {
        StoredOpenQuote open = state.getOpenQuote();
        StoredClosedQuote closed = state.getClosedQuote();
        if (open != null && closed != null) {
            throw new IllegalArgumentException("the latest quote is both open and closed");
        }
        if (open != null) {
            return latest(open);
        }
        return closed == null ? new LatestQuote.None() : latest(closed);
    }

    private static StoredOpenQuote openQuote(LatestQuote.Open open) {
        Quote quote = open.quote();
        return new StoredOpenQuote(
                quote.quoteId(),
                mapped(quote.lines(), CustomerLicensesMapper::stored),
                quote.totalCents(),
                quote.monthlyTotalCents(),
                quote.validUntil().toEpochMilli(),
                mapped(quote.changes(), CustomerLicensesMapper::stored),
                quote.catalogVersion(),
                products(open.products()),
                Symbols.same(StoredStatus.class, open.status()),
                Symbols.same(StoredRenewalMethod.class, open.renewalMethod()),
                open.partnerId());
    }

    private static StoredClosedQuote closedQuote(LatestQuote.Closed closed) {
        return new StoredClosedQuote(closed.quoteId(), Symbols.same(StoredQuoteEnd.class, closed.end()));
    }

    private static LatestQuote latest(StoredOpenQuote open) {
        Quote quote = new Quote(
                open.getQuoteId(),
                mapped(open.getLines(), CustomerLicensesMapper::line),
                open.getTotalCents(),
                open.getMonthlyTotalCents(),
                Instant.ofEpochMilli(open.getValidUntil()),
                mapped(open.getChanges(), CustomerLicensesMapper::change),
                open.getCatalogVersion());
        return new LatestQuote.Open(
                quote,
                quantities(open.getProducts()),
                Symbols.same(LicenseStatus.class, open.getStatus()),
                Symbols.same(RenewalMethod.class, open.getRenewalMethod()),
                open.getPartnerId());
    }

    private static LatestQuote latest(StoredClosedQuote closed) {
        return new LatestQuote.Closed(closed.getQuoteId(), Symbols.same(QuoteEnd.class, closed.getEnd()));
    }

    private static StoredQuoteLine stored(ChargeLine line) {
        return new StoredQuoteLine(
                line.product(),
                line.quantity(),
                line.unitPriceCents(),
                line.daysCharged(),
                line.daysInMonth(),
                line.amountCents());
    }

    private static ChargeLine line(StoredQuoteLine line) {
        return new ChargeLine(
                line.getProduct(),
                line.getQuantity(),
                line.getUnitPriceCents(),
                line.getDaysCharged(),
                line.getDaysInMonth(),
                line.getAmountCents());
    }

    private static StoredChange stored(LicenseChange change) {
        return new StoredChange(
                change.product(), Symbols.same(StoredOperation.class, change.operation()), change.quantity());
    }

    private static LicenseChange change(StoredChange change) {
        return new LicenseChange(
                change.getProduct(), Symbols.same(Operation.class, change.getOperation()), change.getQuantity());
    }
}
