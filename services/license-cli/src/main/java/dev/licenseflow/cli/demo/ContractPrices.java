package dev.licenseflow.cli.demo;

import dev.licenseflow.domain.catalog.CatalogVersion;
import dev.licenseflow.domain.catalog.Product;
import dev.licenseflow.domain.catalog.Proration;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** What the contract says of prices, in decimals and calendar days: none of the pipeline's own arithmetic. */
record ContractPrices(CatalogVersion catalog, ZoneId zone) {

    /** Half up to the cent, once per line (G2). */
    long amountCents(String product, int quantity, Instant at) {
        LocalDate day = dayOf(at);
        return BigDecimal.valueOf(monthlyCents(product))
                .multiply(BigDecimal.valueOf((long) quantity * daysCharged(product, day)))
                .divide(BigDecimal.valueOf(day.lengthOfMonth()), 0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    int daysCharged(String product, LocalDate day) {
        boolean daily = product(product).proration() == Proration.DAILY;
        return daily ? day.lengthOfMonth() - day.getDayOfMonth() + 1 : day.lengthOfMonth();
    }

    long monthlyCents(String product) {
        return product(product).monthlyPriceCents();
    }

    private Product product(String code) {
        return catalog.product(code).orElseThrow(() -> new IllegalArgumentException("No product " + code));
    }

    LocalDate dayOf(Instant at) {
        return at.atZone(zone).toLocalDate();
    }
}
