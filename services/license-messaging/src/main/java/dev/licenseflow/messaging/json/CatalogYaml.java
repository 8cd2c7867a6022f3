package dev.licenseflow.messaging.json;

import dev.licenseflow.domain.catalog.CatalogVersion;
import dev.licenseflow.domain.catalog.Product;
import dev.licenseflow.domain.catalog.ProductKind;
import dev.licenseflow.domain.catalog.ProductNames;
import dev.licenseflow.domain.catalog.ProductStatus;
import dev.licenseflow.domain.catalog.Proration;
import dev.licenseflow.domain.catalog.QuantityRange;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/**
 * Catalog documents as people write them (C1). Reading tells every fault of the text at once; whether the catalog is a
 * valid one is for {@link dev.licenseflow.domain.catalog.CatalogRules} to say (C3).
 */
public final class CatalogYaml {

    private static final YAMLMapper MAPPER = YAMLMapper.builder()
            .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
            .disable(YAMLWriteFeature.SPLIT_LINES)
            .build();

    private CatalogYaml() {}

    /**
     * Reads a document. A product may leave out {@code eligibleSystems} and {@code requires} if it has none.
     *
     * @throws CatalogFormatException if the text is no catalog document, with all of its faults
     */
    public static CatalogVersion parse(String text) {
        YamlTree tree = YamlTree.parse(text);
        StrictObject root = tree.root();
        int version = root.required("version").wholeNumber();
        Instant effectiveFrom = root.required("effectiveFrom").instant();
        String currency = root.required("currency").text();
        List<Product> products = new ArrayList<>();
        for (StrictValue product : root.required("products").list()) {
            products.add(product(product.object()));
        }
        root.end();
        tree.throwFaults();
        return new CatalogVersion(version, effectiveFrom, currency, products);
    }

    /** Writes a document that reads as the same catalog, with {@code effectiveFrom} in a zone. */
    public static String write(CatalogVersion catalog, ZoneId zone) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("version", catalog.version());
        root.put(
                "effectiveFrom",
                DateTimeFormatter.ISO_OFFSET_DATE_TIME.withZone(zone).format(catalog.effectiveFrom()));
        root.put("currency", catalog.currency());
        ArrayNode products = root.putArray("products");
        catalog.products().forEach(product -> write(product, products.addObject()));
        return MAPPER.writeValueAsString(root);
    }

    private static Product product(StrictObject object) {
        Product product = new Product(
                object.required("code").text(),
                names(object.required("names").object()),
                object.required("kind").oneOf(ProductKind.values()),
                object.optional("eligibleSystems").map(StrictValue::texts).orElse(List.of()),
                object.optional("requires").map(StrictValue::texts).orElse(List.of()),
                quantity(object.required("quantity").object()),
                object.required("monthlyPriceCents").longWholeNumber(),
                object.required("proration").oneOf(Proration.values()),
                object.required("status").oneOf(ProductStatus.values()));
        object.end();
        return product;
    }

    private static ProductNames names(StrictObject object) {
        ProductNames names = new ProductNames(
                object.required("pt").text(), object.required("en").text());
        object.end();
        return names;
    }

    private static QuantityRange quantity(StrictObject object) {
        QuantityRange quantity = new QuantityRange(
                object.required("min").wholeNumber(), object.required("max").wholeNumber());
        object.end();
        return quantity;
    }

    private static void write(Product product, ObjectNode written) {
        written.put("code", product.code()).put("kind", product.kind().name());
        written.putObject("names")
                .put("pt", product.names().pt())
                .put("en", product.names().en());
        writeTexts(product.eligibleSystems(), written.putArray("eligibleSystems"));
        writeTexts(product.requires(), written.putArray("requires"));
        written.putObject("quantity")
                .put("min", product.quantity().min())
                .put("max", product.quantity().max());
        written.put("monthlyPriceCents", product.monthlyPriceCents())
                .put("proration", product.proration().name())
                .put("status", product.status().name());
    }

    private static void writeTexts(List<String> texts, ArrayNode written) {
        texts.forEach(written::add);
    }
}
