package dev.licenseflow.domain.engine;

import dev.licenseflow.domain.catalog.CatalogVersion;
import dev.licenseflow.domain.catalog.Product;
import dev.licenseflow.domain.catalog.Proration;
import dev.licenseflow.domain.charge.ChargeLine;
import dev.licenseflow.domain.license.Quantities;
import dev.licenseflow.domain.month.BusinessCalendar;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** Prices quantities by a catalog version. A quote and its application are both computed here (K4). */
public final class Pricing {

    private final CatalogVersion catalog;
    private final BusinessCalendar calendar;

    public Pricing(CatalogVersion catalog, BusinessCalendar calendar) {
        this.catalog = catalog;
        this.calendar = calendar;
    }

    /** A line for every product of which more is available after than before, for the rest of the month (Q2, G2). */
    public List<ChargeLine> increases(
            SortedMap<String, Quantities> before, SortedMap<String, Quantities> after, Instant at) {
        List<ChargeLine> lines = new ArrayList<>();
        for (Map.Entry<String, Quantities> entry : after.entrySet()) {
            int had = before.getOrDefault(entry.getKey(), Quantities.ZERO).active();
            int more = entry.getValue().active() - had;
            if (more > 0) {
                lines.add(increase(catalog.existing(entry.getKey()), more, at));
            }
        }
        return lines;
    }

    /** A line for every product, for a full month whatever the day (R2). */
    public List<ChargeLine> fullMonth(SortedMap<String, Quantities> products, YearMonth month) {
        int days = month.lengthOfMonth();
        List<ChargeLine> lines = new ArrayList<>();
        products.forEach((code, quantities) -> {
            if (quantities.active() > 0) {
                long price = catalog.existing(code).monthlyPriceCents();
                lines.add(ChargeLine.of(code, quantities.active(), price, days, days));
            }
        });
        return lines;
    }

    /** What the quantities of next month cost in a full month, in cents (K1). */
    public long monthlyTotalCents(SortedMap<String, Quantities> products) {
        long total = 0;
        for (Map.Entry<String, Quantities> entry : products.entrySet()) {
            long price = catalog.existing(entry.getKey()).monthlyPriceCents();
            total = Math.addExact(
                    total, Math.multiplyExact(price, entry.getValue().next()));
        }
        return total;
    }

    /** The sum of the lines, in cents. */
    public static long totalCents(List<ChargeLine> lines) {
        return lines.stream().mapToLong(ChargeLine::amountCents).reduce(0, Math::addExact);
    }

    private ChargeLine increase(Product product, int quantity, Instant at) {
        int daysInMonth = calendar.daysInMonth(at);
        int days = product.proration() == Proration.DAILY ? calendar.daysLeft(at) : daysInMonth;
        return ChargeLine.of(product.code(), quantity, product.monthlyPriceCents(), days, daysInMonth);
    }
}
