package dev.licenseflow.messaging.json;

import static java.util.Objects.requireNonNull;

import dev.licenseflow.wire.TrustedClasses;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * Reads what {@link RecordJson} prints; nothing is lost on the way. A field that has a default may be absent. Every fault is a
 * {@link JsonFormatException} that names its place.
 */
public final class RecordJsonReader {

    /** What a reader sees in place of a symbol that is newer than its own schema; nobody writes it. */
    private static final String UNKNOWN_SYMBOL = "UNKNOWN";

    private static final RecordJsonReader STRICT = new RecordJsonReader(true);
    private static final RecordJsonReader LENIENT = new RecordJsonReader(false);

    static {
        TrustedClasses.trustGeneratedClasses();
    }

    private final boolean isStrict;

    private RecordJsonReader(boolean isStrict) {
        this.isStrict = isStrict;
    }

    /**
     * Fills a record. Fields that it does not have are passed over: the text may be of a newer version.
     *
     * @param empty a new record of the generated class
     * @throws JsonFormatException if the text is no such record
     */
    public static <T extends SpecificRecord> T read(String json, T empty) {
        try {
            LENIENT.fill(empty, StrictObject.parse("", json));
            return empty;
        } catch (JsonFormatException e) {
            throw new JsonFormatException(empty.getSchema().getName() + ": " + e.getMessage());
        }
    }

    /** Fills a record from an object that was written by hand: fields that the record does not have are refused. */
    static <T extends SpecificRecord> T readStrictly(StrictObject object, T empty) {
        STRICT.fill(empty, object);
        return empty;
    }

    private SpecificRecord fill(SpecificRecord record, StrictObject object) {
        for (Schema.Field field : record.getSchema().getFields()) {
            List<Schema> branches = branches(field.schema());
            if (field.hasDefaultValue()) {
                record.put(field.pos(), optional(branches, object, field));
            } else {
                record.put(field.pos(), value(branches, object.required(field.name())));
            }
        }
        if (isStrict) {
            object.end();
        }
        return record;
    }

    private @Nullable Object optional(List<Schema> branches, StrictObject object, Schema.Field field) {
        Optional<StrictValue> value = object.optional(field.name());
        return value.isPresent()
                ? value(branches, value.get())
                : SpecificData.get().getDefaultValue(field);
    }

    private Object value(List<Schema> branches, StrictValue value) {
        return branches.size() == 1 ? value(branches.get(0), value) : oneOf(branches, value.object());
    }

    private Object value(Schema schema, StrictValue value) {
        return switch (schema.getType()) {
            case RECORD -> fill(newRecord(schema), value.object());
            case ARRAY -> array(schema, value);
            case MAP -> map(schema, value);
            case STRING -> value.text();
            case ENUM -> SpecificData.get().createEnum(value.oneOf(symbols(schema)), schema);
            case INT ->
                LogicalTypes.date().equals(schema.getLogicalType())
                        ? (Object) value.date()
                        : (Object) value.wholeNumber();
            case LONG ->
                LogicalTypes.timestampMillis().equals(schema.getLogicalType())
                        ? (Object) value.instant()
                        : (Object) value.longWholeNumber();
            case BOOLEAN -> value.flag();
            case UNION, NULL, FIXED, BYTES, FLOAT, DOUBLE ->
                throw new IllegalStateException("No topic has a value of type " + schema.getType());
        };
    }

    /** One of several records tells its type. */
    private Object oneOf(List<Schema> branches, StrictObject object) {
        Map<String, Schema> byType = new LinkedHashMap<>();
        for (Schema branch : branches) {
            Schema.Field type = branch.getField(RecordJson.TYPE);
            List<String> types = type == null ? List.of(RecordJson.typeOf(branch)) : symbols(type.schema());
            types.forEach(each -> byType.putIfAbsent(each, branch));
        }
        String type = object.required(RecordJson.TYPE).oneOf(List.copyOf(byType.keySet()));
        Schema branch = requireNonNull(byType.get(type));
        return fill(newRecord(branch), object);
    }

    private List<Object> array(Schema schema, StrictValue values) {
        List<Schema> elements = branches(schema.getElementType());
        List<Object> read = new ArrayList<>();
        values.list().forEach(value -> read.add(value(elements, value)));
        return read;
    }

    private Map<String, Object> map(Schema schema, StrictValue values) {
        List<Schema> elements = branches(schema.getValueType());
        Map<String, Object> read = new TreeMap<>();
        values.object().fields().forEach((name, value) -> read.put(name, value(elements, value)));
        return read;
    }

    private List<String> symbols(Schema schema) {
        return schema.getEnumSymbols().stream()
                .filter(symbol -> !isStrict || !symbol.equals(UNKNOWN_SYMBOL))
                .toList();
    }

    private static SpecificRecord newRecord(Schema schema) {
        return (SpecificRecord) SpecificData.newInstance(SpecificData.get().getClass(schema), schema);
    }

    /** What a value that is there may be. */
    static List<Schema> branches(Schema schema) {
        return schema.isUnion()
                ? schema.getTypes().stream()
                        .filter(branch -> branch.getType() != Schema.Type.NULL)
                        .toList()
                : List.of(schema);
    }
}
