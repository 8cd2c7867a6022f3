package dev.licenseflow.portal.api;

import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.media.JsonSchema;
import java.util.Iterator;
import java.util.List;
import org.apache.avro.LogicalType;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Describes the records of topics, in the JSON that {@link dev.licenseflow.messaging.json.RecordJson} writes, by their Avro schemas. */
class RecordSchemas implements ModelConverter {

    @Override
    public io.swagger.v3.oas.models.media.@Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> others) {
        JavaType java = Json31.mapper().constructType(type.getType());
        if (java != null && SpecificRecord.class.isAssignableFrom(java.getRawClass())) {
            return described(SpecificData.get().getSchema(java.getRawClass()), context);
        }
        return others.hasNext() ? others.next().resolve(type, context, others) : null;
    }

    private JsonSchema described(Schema avro, ModelConverterContext context) {
        return switch (avro.getType()) {
            case RECORD -> record(avro, false, context);
            case UNION -> union(avro, context);
            case ENUM -> {
                JsonSchema symbols = typed("string");
                // The default symbol is what a reader sees in place of one that it does not know.
                avro.getEnumSymbols().stream()
                        .filter(symbol -> !symbol.equals(avro.getEnumDefault()))
                        .forEach(symbols::addEnumItemObject);
                yield symbols;
            }
            case ARRAY -> {
                JsonSchema array = typed("array");
                array.setItems(described(avro.getElementType(), context));
                yield array;
            }
            case MAP -> {
                JsonSchema map = typed("object");
                map.setAdditionalProperties(described(avro.getValueType(), context));
                yield map;
            }
            case INT, LONG -> number(avro.getLogicalType());
            case BOOLEAN -> typed("boolean");
            case NULL -> typed("null");
            case STRING -> typed("string");
            case FIXED, BYTES, FLOAT, DOUBLE ->
                throw new IllegalArgumentException("No topic has a field of type " + avro.getType());
        };
    }

    /** A record that is one of several says which one it is by its {@code type}. */
    private JsonSchema record(Schema avro, boolean isOneOfSeveral, ModelConverterContext context) {
        JsonSchema schema = typed("object");
        schema.setDescription(avro.getDoc());
        if (isOneOfSeveral) {
            JsonSchema type = typed("string");
            type.setConst(avro.getName());
            schema.addProperty("type", type);
            schema.addRequiredItem("type");
        }
        for (Schema.Field field : avro.getFields()) {
            JsonSchema property = described(field.schema(), context);
            property.setDescription(field.doc());
            schema.addProperty(field.name(), property);
            if (!field.hasDefaultValue()) {
                schema.addRequiredItem(field.name());
            }
        }
        context.defineModel(avro.getName(), schema);
        JsonSchema reference = new JsonSchema();
        reference.set$ref("#/components/schemas/" + avro.getName());
        return reference;
    }

    private JsonSchema union(Schema avro, ModelConverterContext context) {
        List<Schema> branches = avro.getTypes();
        boolean hasSeveral = branches.stream()
                        .filter(branch -> branch.getType() == Schema.Type.RECORD)
                        .count()
                > 1;
        JsonSchema union = new JsonSchema();
        branches.forEach(
                branch -> union.addOneOfItem(hasSeveral ? record(branch, true, context) : described(branch, context)));
        return union;
    }

    private static JsonSchema number(@Nullable LogicalType type) {
        JsonSchema schema = typed(type == null ? "integer" : "string");
        if (type != null) {
            schema.setFormat(type.getName().equals("date") ? "date" : "date-time");
        }
        return schema;
    }

    private static JsonSchema typed(String type) {
        JsonSchema schema = new JsonSchema();
        schema.addType(type);
        return schema;
    }
}
