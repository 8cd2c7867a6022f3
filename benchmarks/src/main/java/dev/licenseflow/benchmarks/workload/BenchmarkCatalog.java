package dev.licenseflow.benchmarks.workload;

import dev.licenseflow.domain.catalog.CatalogVersion;
import dev.licenseflow.domain.catalog.Product;
import dev.licenseflow.domain.catalog.ProductKind;
import dev.licenseflow.domain.catalog.ProductNames;
import dev.licenseflow.domain.catalog.ProductStatus;
import dev.licenseflow.domain.catalog.Proration;
import dev.licenseflow.domain.catalog.QuantityRange;
import java.time.Instant;
import java.util.List;

/** The vendor's products with round prices: the one catalog version by which the benchmark's requests are decided. */
public final class BenchmarkCatalog {

    static final int MAX_LICENSES = 50;

    private static final List<String> BOTH = List.of("link", "navi");
    private static final List<String> LINK_ONLY = List.of("link");
    private static final QuantityRange FLAT = new QuantityRange(1, 1);
    private static final QuantityRange COUNTED = new QuantityRange(1, MAX_LICENSES);

    private BenchmarkCatalog() {}

    /** In force long before any run. */
    public static CatalogVersion version() {
        return new CatalogVersion(
                1,
                Instant.parse("2020-01-01T03:00:00Z"),
                "BRL",
                List.of(
                        system("link", "Link", 12_000),
                        system("navi", "Navi Vendas/PDV+", 6_000),
                        addOn("cloud", BOTH, List.of(), FLAT, 3_000),
                        addOn("ordem-pagamento", BOTH, List.of(), FLAT, 1_500),
                        addOn("pagamento-integrado", BOTH, List.of(), FLAT, 2_000),
                        addOn("link-autoatendimento", LINK_ONLY, List.of(), COUNTED, 4_500),
                        addOn("link-garcom", LINK_ONLY, List.of(), COUNTED, 1_000),
                        addOn("link-movel", LINK_ONLY, List.of("cloud"), COUNTED, 2_500),
                        dedicated("tef"),
                        dedicated("importacao")));
    }

    private static Product system(String code, String name, long priceCents) {
        return product(code, name, ProductKind.SYSTEM, List.of(), List.of(), FLAT, priceCents, ProductStatus.SELLABLE);
    }

    private static Product addOn(
            String code, List<String> systems, List<String> requires, QuantityRange quantity, long priceCents) {
        return product(code, code, ProductKind.ADD_ON, systems, requires, quantity, priceCents, ProductStatus.SELLABLE);
    }

    private static Product dedicated(String code) {
        return product(code, code, ProductKind.ADD_ON, BOTH, List.of(), FLAT, 0, ProductStatus.DEDICATED_FLOW);
    }

    private static Product product(
            String code,
            String name,
            ProductKind kind,
            List<String> systems,
            List<String> requires,
            QuantityRange quantity,
            long priceCents,
            ProductStatus status) {
        return new Product(
                code,
                new ProductNames(name, name),
                kind,
                systems,
                requires,
                quantity,
                priceCents,
                status == ProductStatus.SELLABLE ? Proration.DAILY : Proration.NONE,
                status);
    }
}
