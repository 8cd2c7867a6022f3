package dev.licenseflow.messaging.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.licenseflow.domain.catalog.CatalogVersion;
import dev.licenseflow.domain.catalog.Product;
import dev.licenseflow.domain.catalog.ProductKind;
import dev.licenseflow.domain.catalog.ProductStatus;
import dev.licenseflow.domain.catalog.Proration;
import dev.licenseflow.messaging.sample.AvroBytes;
import dev.licenseflow.messaging.sample.Catalogs;
import dev.licenseflow.schema.catalog.CatalogProduct;
import dev.licenseflow.schema.catalog.SalesStatus;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CatalogMapperTest {

    static List<CatalogVersion> catalogs() {
        return Catalogs.many();
    }

    @ParameterizedTest
    @MethodSource("catalogs")
    void everyCatalogComesBackAsItWas(CatalogVersion catalog) {
        assertThat(CatalogMapper.toDomain(AvroBytes.through(CatalogMapper.toAvro(catalog))))
                .isEqualTo(catalog);
    }

    @Test
    void theCatalogsTriedHaveEverySymbolOfTheDomain() {
        List<Product> products = catalogs().stream()
                .flatMap(catalog -> catalog.products().stream())
                .toList();
        assertThat(products.stream().map(Product::kind)).contains(ProductKind.values());
        assertThat(products.stream().map(Product::proration)).contains(Proration.values());
        assertThat(products.stream().map(Product::status)).contains(ProductStatus.values());
    }

    static Stream<Named<Consumer<CatalogProduct>>> newer() {
        return Stream.of(
                Named.of("kind", product -> product.setKind(dev.licenseflow.schema.catalog.ProductKind.UNKNOWN)),
                Named.of(
                        "proration", product -> product.setProration(dev.licenseflow.schema.catalog.Proration.UNKNOWN)),
                Named.of("status", product -> product.setStatus(SalesStatus.UNKNOWN)));
    }

    @ParameterizedTest
    @MethodSource("newer")
    void aSymbolOfANewerPublisherIsRefused(Consumer<CatalogProduct> change) {
        dev.licenseflow.schema.CatalogVersion catalog = CatalogMapper.toAvro(catalogs().stream()
                .filter(each -> !each.products().isEmpty())
                .findFirst()
                .orElseThrow());
        change.accept(catalog.getProducts().get(0));
        assertThatThrownBy(() -> CatalogMapper.toDomain(catalog))
                .isInstanceOf(UnreadableRecordException.class)
                .hasMessageEndingWith(" has a value that this version does not know");
    }
}
