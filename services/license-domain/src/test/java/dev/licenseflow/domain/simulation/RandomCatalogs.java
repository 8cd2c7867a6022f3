package dev.licenseflow.domain.simulation;

import dev.licenseflow.domain.catalog.CatalogVersion;
import dev.licenseflow.domain.catalog.Product;
import dev.licenseflow.domain.catalog.ProductStatus;
import dev.licenseflow.domain.fixture.CatalogBuilder;
import dev.licenseflow.domain.fixture.ProductBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/** Next catalog versions: other prices, ranges and statuses; never another requirement or system. Some are refused. */
final class RandomCatalogs {

    private final RandomGenerator random;

    RandomCatalogs(RandomGenerator random) {
        this.random = random;
    }

    CatalogVersion after(CatalogVersion latest, Instant now) {
        Instant earliest = latest.effectiveFrom().isAfter(now) ? latest.effectiveFrom() : now;
        Instant effectiveFrom =
                earliest.plusMillis(random.nextLong(60_000, Duration.ofDays(25).toMillis()));
        int kind = random.nextInt(10);
        if (kind == 0) {
            effectiveFrom = now.plusMillis(59_999);
        }
        CatalogBuilder next = CatalogBuilder.after(latest, effectiveFrom);
        for (Product product : latest.products()) {
            if (random.nextInt(3) == 0) {
                next.changing(product.code(), this::changed);
            }
        }
        return kind == 1 ? next.without("tef").build() : next.build();
    }

    private ProductBuilder changed(ProductBuilder builder) {
        Product product = builder.build();
        builder.priceCents(random.nextInt(8) == 0 ? random.nextLong(20) : random.nextLong(20_000));
        if (product.isSystem() || product.status() == ProductStatus.DEDICATED_FLOW) {
            return builder;
        }
        boolean retired = random.nextInt(7) == 0;
        builder.status(retired ? ProductStatus.RETIRED : ProductStatus.SELLABLE);
        if (product.quantity().max() > 1) {
            int min = random.nextInt(4) == 0 ? 2 : 1;
            builder.between(min, min + random.nextInt(50));
        }
        return builder;
    }
}
