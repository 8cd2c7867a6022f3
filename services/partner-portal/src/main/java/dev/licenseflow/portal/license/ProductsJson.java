package dev.licenseflow.portal.license;

import dev.licenseflow.schema.license.ProductQuantities;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The quantities of a customer's products as the database keeps them: {@code {"cloud": {"active": 1, "next": 0}}}. */
final class ProductsJson {

    private static final JsonMapper JSON = new JsonMapper();

    private ProductsJson() {}

    static String write(List<ProductQuantities> products) {
        ObjectNode written = JSON.createObjectNode();
        for (ProductQuantities product : products) {
            written.putObject(product.getProduct())
                    .put("active", product.getActive())
                    .put("next", product.getNext());
        }
        return written.toString();
    }

    static SortedMap<String, LicensedQuantities> read(String json) {
        SortedMap<String, LicensedQuantities> products = new TreeMap<>();
        JSON.readTree(json)
                .properties()
                .forEach(product -> products.put(
                        product.getKey(),
                        new LicensedQuantities(
                                product.getValue().get("active").asInt(),
                                product.getValue().get("next").asInt())));
        return products;
    }
}
