package dev.licenseflow.schema;

import static org.apache.avro.SchemaCompatibility.SchemaCompatibilityType.COMPATIBLE;
import static org.apache.avro.SchemaCompatibility.checkReaderWriterCompatibility;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility.Incompatibility;

/**
 * What a registry calls FULL: each of two schemas reads what the other has written. And more: no enum symbol is lost,
 * which a registry would allow since the default symbol takes its place.
 */
final class FullCompatibility {

    private FullCompatibility() {}

    /** Why a new schema and an old one do not read each other, in both directions; empty when they do. */
    static List<String> breaks(Schema newer, Schema older) {
        List<String> breaks = new ArrayList<>();
        breaks.addAll(breaksOfReader("new reads old", newer, older));
        breaks.addAll(breaksOfReader("old reads new", older, newer));
        Map<String, Set<String>> symbols = enumSymbols(newer, new HashMap<>());
        enumSymbols(older, new HashMap<>()).forEach((name, before) -> {
            Set<String> lost = new TreeSet<>(before);
            lost.removeAll(symbols.getOrDefault(name, Set.of()));
            if (!lost.isEmpty()) {
                breaks.add(name + " lost " + lost);
            }
        });
        return breaks;
    }

    private static Map<String, Set<String>> enumSymbols(Schema schema, Map<String, Set<String>> found) {
        switch (schema.getType()) {
            case ENUM -> found.put(schema.getFullName(), new TreeSet<>(schema.getEnumSymbols()));
            case ARRAY -> enumSymbols(schema.getElementType(), found);
            case MAP -> enumSymbols(schema.getValueType(), found);
            case UNION -> schema.getTypes().forEach(branch -> enumSymbols(branch, found));
            case RECORD -> schema.getFields().forEach(field -> enumSymbols(field.schema(), found));
            case FIXED, STRING, BYTES, INT, LONG, FLOAT, DOUBLE, BOOLEAN, NULL -> {}
        }
        return found;
    }

    private static List<String> breaksOfReader(String direction, Schema reader, Schema writer) {
        var result = checkReaderWriterCompatibility(reader, writer).getResult();
        if (result.getCompatibility() == COMPATIBLE) {
            return List.of();
        }
        return result.getIncompatibilities().stream()
                .map(each -> direction + ": " + describe(each))
                .toList();
    }

    private static String describe(Incompatibility incompatibility) {
        return incompatibility.getType() + " at " + incompatibility.getLocation() + ": " + incompatibility.getMessage();
    }
}
