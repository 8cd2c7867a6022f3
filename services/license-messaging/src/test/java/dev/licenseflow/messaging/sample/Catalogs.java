package dev.licenseflow.messaging.sample;

import dev.licenseflow.domain.catalog.CatalogVersion;
import dev.licenseflow.domain.catalog.Product;
import dev.licenseflow.domain.catalog.ProductKind;
import dev.licenseflow.domain.catalog.ProductNames;
import dev.licenseflow.domain.catalog.ProductStatus;
import dev.licenseflow.domain.catalog.Proration;
import dev.licenseflow.domain.catalog.QuantityRange;
import java.util.ArrayList;
import java.util.List;

/** Catalog versions, valid or not: mapping is not to judge. */
public final class Catalogs {

    private static final int ROUNDS = 40;

    private Catalogs() {}

    public static List<CatalogVersion> many() {
        Draw draw = new Draw(5);
        List<CatalogVersion> many = new ArrayList<>();
        while (many.size() < ROUNDS) {
            many.add(new CatalogVersion(draw.number(), draw.instant(), draw.text(), draw.some(() -> product(draw))));
        }
        return many;
    }

    private static Product product(Draw draw) {
        return new Product(
                draw.text(),
                new ProductNames(draw.text(), draw.text()),
                draw.oneOf(ProductKind.class),
                draw.some(draw::text),
                draw.some(draw::text),
                new QuantityRange(draw.number(), draw.number()),
                draw.cents(),
                draw.oneOf(Proration.class),
                draw.oneOf(ProductStatus.class));
    }
}
