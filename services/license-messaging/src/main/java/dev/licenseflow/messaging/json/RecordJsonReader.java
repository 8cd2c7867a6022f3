package dev.licenseflow.messaging.json;

import dev.licenseflow.messaging.wire.TrustedClasses;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what {@link RecordJson} prints; nothing is lost on the way. Fields that the record does not have are passed over. */
public final class RecordJsonReader {

    private static final JsonMapper JSON = new JsonMapper();

    static {
        TrustedClasses.trustGeneratedClasses();
    }

    private RecordJsonReader() {}

    /**
     * Fills a record.
     *
     * @param empty a new record of the generated class
     * @throws JsonFormatException if the text is no such record
     */
    public static <T extends SpecificRecord> T read(String json, T empty) {
        try {
            fill(empty, JSON.readTree(json));
            return empty;
        } catch (JacksonException | AvroRuntimeException | IllegalArgumentException | DateTimeException e) {
            throw new JsonFormatException(empty.getSchema().getName() + ": " + e.getMessage());
        }
    }

    private static void fill(SpecificRecord record, JsonNode object) {
        for (Schema.Field field : record.getSchema().getFields()) {
            JsonNode value = object.get(field.name());
            if (value == null) {
                throw new IllegalArgumentException(field.name() + " is missing");
            }
            record.put(field.pos(), value(field.schema(), value));
        }
    }

    private static @Nullable Object value(Schema schema, JsonNode value) {
        return switch (schema.getType()) {
            case UNION -> union(schema, value);
            case RECORD -> record(schema, value);
            case ARRAY -> array(schema, value);
            case MAP -> map(schema, value);
            case STRING -> value.stringValue();
            case ENUM -> SpecificData.get().createEnum(value.stringValue(), schema);
            case INT ->
                LogicalTypes.date().equals(schema.getLogicalType())
                        ? (Object) LocalDate.parse(value.stringValue())
                        : (Object) value.intValue();
            case LONG ->
                LogicalTypes.timestampMillis().equals(schema.getLogicalType())
                        ? (Object) OffsetDateTime.parse(value.stringValue()).toInstant()
                        : (Object) value.longValue();
            case BOOLEAN -> value.booleanValue();
            case NULL -> null;
            case FIXED, BYTES, FLOAT, DOUBLE ->
                throw new IllegalArgumentException("No topic has a field of type " + schema.getType());
        };
    }

    private static SpecificRecord record(Schema schema, JsonNode value) {
        SpecificRecord record =
                (SpecificRecord) SpecificData.newInstance(SpecificData.get().getClass(schema), schema);
        fill(record, value);
        return record;
    }

    /** One of several records tells its type. */
    private static @Nullable Object union(Schema union, JsonNode value) {
        if (value.isNull()) {
            return null;
        }
        List<Schema> branches = union.getTypes().stream()
                .filter(branch -> branch.getType() != Schema.Type.NULL)
                .toList();
        if (branches.size() == 1) {
            return value(branches.get(0), value);
        }
        String type = value.path("type").stringValue();
        return branches.stream()
                .filter(branch -> branch.getName().equals(type))
                .findFirst()
                .map(branch -> record(branch, value))
                .orElseThrow(() -> new IllegalArgumentException("unknown type " + type));
    }

    private static List<@Nullable Object> array(Schema schema, JsonNode values) {
        List<@Nullable Object> read = new ArrayList<>(values.size());
        for (JsonNode value : values) {
            read.add(value(schema.getElementType(), value));
        }
        return read;
    }

    private static Map<String, @Nullable Object> map(Schema schema, JsonNode object) {
        Map<String, @Nullable Object> read = new TreeMap<>();
        object.properties().forEach(entry -> read.put(entry.getKey(), value(schema.getValueType(), entry.getValue())));
        return read;
    }
}
