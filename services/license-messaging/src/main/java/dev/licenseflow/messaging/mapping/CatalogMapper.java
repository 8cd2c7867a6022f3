package dev.licenseflow.messaging.mapping;

import dev.licenseflow.domain.catalog.CatalogVersion;
import dev.licenseflow.domain.catalog.Product;
import dev.licenseflow.domain.catalog.ProductKind;
import dev.licenseflow.domain.catalog.ProductNames;
import dev.licenseflow.domain.catalog.ProductStatus;
import dev.licenseflow.domain.catalog.Proration;
import dev.licenseflow.domain.catalog.QuantityRange;
import dev.licenseflow.schema.catalog.CatalogProduct;
import dev.licenseflow.schema.catalog.SalesStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Catalog versions as they stand on {@code licensing.catalog} (C1). Whether one is valid is for the rules to say (C3). */
public final class CatalogMapper {

    private CatalogMapper() {}

    /**
     * The record of a catalog version.
     *
     * @param catalog takes effect at a whole millisecond; a record holds no finer time
     */
    public static dev.licenseflow.schema.CatalogVersion toAvro(CatalogVersion catalog) {
        List<CatalogProduct> products = new ArrayList<>(catalog.products().size());
        for (Product product : catalog.products()) {
            products.add(toAvro(product));
        }
        return new dev.licenseflow.schema.CatalogVersion(
                catalog.version(),
                catalog.effectiveFrom(),
                catalog.currency(),
                products,
                catalog.author().orElse(null),
                catalog.note().orElse(null));
    }

    /**
     * What a record says.
     *
     * @throws UnreadableRecordException if the catalog holds an unknown symbol
     */
    public static CatalogVersion toDomain(dev.licenseflow.schema.CatalogVersion catalog) {
        try {
            List<Product> products = new ArrayList<>(catalog.getProducts().size());
            for (CatalogProduct product : catalog.getProducts()) {
                products.add(toDomain(product));
            }
            return new CatalogVersion(
                    catalog.getVersion(),
                    catalog.getEffectiveFrom(),
                    catalog.getCurrency(),
                    products,
                    Optional.ofNullable(catalog.getAuthor()),
                    Optional.ofNullable(catalog.getNote()));
        } catch (IllegalArgumentException e) {
            throw new UnreadableRecordException("catalog version " + catalog.getVersion(), e);
        }
    }

    private static CatalogProduct toAvro(Product product) {
        return new CatalogProduct(
                product.code(),
                new dev.licenseflow.schema.catalog.ProductNames(
                        product.names().pt(), product.names().en()),
                Symbols.same(dev.licenseflow.schema.catalog.ProductKind.class, product.kind()),
                product.eligibleSystems(),
                product.requires(),
                new dev.licenseflow.schema.catalog.QuantityRange(
                        product.quantity().min(), product.quantity().max()),
                product.monthlyPriceCents(),
                Symbols.same(dev.licenseflow.schema.catalog.Proration.class, product.proration()),
                Symbols.same(SalesStatus.class, product.status()));
    }

    private static Product toDomain(CatalogProduct product) {
        return new Product(
                product.getCode(),
                new ProductNames(product.getNames().getPt(), product.getNames().getEn()),
                Symbols.known("kind", ProductKind.class, product.getKind()),
                product.getEligibleSystems(),
                product.getRequires(),
                new QuantityRange(
                        product.getQuantity().getMin(), product.getQuantity().getMax()),
                product.getMonthlyPriceCents(),
                Symbols.known("proration", Proration.class, product.getProration()),
                Symbols.known("status", ProductStatus.class, product.getStatus()));
    }
}
