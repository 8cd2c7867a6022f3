package dev.licenseflow.messaging.json;

import java.io.StringWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Prints any record of the topics as one line of JSON: fields in the order of the schema, maps in the order of their keys,
 * instants in a zone with their offset and always with seconds; so the same record always gives the same text. What is one
 * of several records, such as a request's command, tells its {@code type} first.
 */
public final class RecordJson {

    /** The field that tells which of several records a value is; a branch may have it among its own fields. */
    static final String TYPE = "type";

    private static final JsonFactory FACTORY = new JsonFactory();

    private final DateTimeFormatter instants;
    private final boolean withAbsentFields;

    /** @param zone in which instants are shown; the business zone, as a rule */
    public RecordJson(ZoneId zone) {
        this(zone, true);
    }

    private RecordJson(ZoneId zone, boolean withAbsentFields) {
        this.instants = DateTimeFormatter.ISO_OFFSET_DATE_TIME.withZone(zone);
        this.withAbsentFields = withAbsentFields;
    }

    /** Leaves out a field that is null, as one does who writes by hand. */
    static RecordJson withoutAbsentFields(ZoneId zone) {
        return new RecordJson(zone, false);
    }

    /** The record as one line, without a line break. */
    public String write(SpecificRecord record) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            write(record, json);
        }
        return text.toString();
    }

    /** The record as the next value of a larger text. */
    public void write(SpecificRecord record, JsonGenerator json) {
        json.writeStartObject();
        writeFields(record, json);
        json.writeEndObject();
    }

    /** The instant as it stands in records. */
    public String format(Instant instant) {
        return instants.format(instant);
    }

    private void writeFields(SpecificRecord record, JsonGenerator json) {
        for (Schema.Field field : record.getSchema().getFields()) {
            Object value = record.get(field.pos());
            if (value != null || withAbsentFields) {
                json.writeName(field.name());
                writeValue(field.schema(), value, json);
            }
        }
    }

    private void writeValue(Schema schema, @Nullable Object value, JsonGenerator json) {
        if (value == null) {
            json.writeNull();
            return;
        }
        switch (schema.getType()) {
            case UNION -> writeUnion(schema, value, json);
            case RECORD -> write((SpecificRecord) value, json);
            case ARRAY -> writeArray(schema, (Collection<?>) value, json);
            case MAP -> writeMap(schema, (Map<?, ?>) value, json);
            case STRING, ENUM -> json.writeString(value.toString());
            case INT -> writeInt(schema, value, json);
            case LONG -> writeLong(schema, value, json);
            case BOOLEAN -> json.writeBoolean((Boolean) value);
            case NULL -> json.writeNull();
            case FIXED, BYTES, FLOAT, DOUBLE ->
                throw new IllegalArgumentException("No topic has a field of type " + schema.getType());
        }
    }

    private void writeUnion(Schema union, Object value, JsonGenerator json) {
        List<Schema> branches = RecordJsonReader.branches(union);
        if (branches.size() == 1) {
            writeValue(branches.get(0), value, json);
            return;
        }
        SpecificRecord record = (SpecificRecord) value;
        json.writeStartObject();
        if (record.getSchema().getField(TYPE) == null) {
            json.writeStringProperty(TYPE, typeOf(record.getSchema()));
        }
        writeFields(record, json);
        json.writeEndObject();
    }

    /** What a branch of a union is called: its {@code json-type}, or else its name. */
    static String typeOf(Schema branch) {
        String given = branch.getProp("json-type");
        return given == null ? branch.getName() : given;
    }

    private void writeArray(Schema schema, Collection<?> values, JsonGenerator json) {
        json.writeStartArray();
        for (Object value : values) {
            writeValue(schema.getElementType(), value, json);
        }
        json.writeEndArray();
    }

    private void writeMap(Schema schema, Map<?, ?> values, JsonGenerator json) {
        Map<String, Object> sorted = new TreeMap<>();
        values.forEach((name, value) -> sorted.put(name.toString(), value));
        json.writeStartObject();
        sorted.forEach((name, value) -> {
            json.writeName(name);
            writeValue(schema.getValueType(), value, json);
        });
        json.writeEndObject();
    }

    private static void writeInt(Schema schema, Object value, JsonGenerator json) {
        if (LogicalTypes.date().equals(schema.getLogicalType())) {
            json.writeString(((LocalDate) value).toString());
        } else {
            json.writeNumber((Integer) value);
        }
    }

    private void writeLong(Schema schema, Object value, JsonGenerator json) {
        if (LogicalTypes.timestampMillis().equals(schema.getLogicalType())) {
            json.writeString(format((Instant) value));
        } else {
            json.writeNumber((Long) value);
        }
    }
}
