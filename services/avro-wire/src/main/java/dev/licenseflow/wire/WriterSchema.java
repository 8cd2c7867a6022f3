package dev.licenseflow.wire;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.kafka.common.errors.SerializationException;

/**
 * Refuses writer schemas that contain themselves. Whoever may register a schema could otherwise write a record of any
 * depth, and reading it would end the stack of the reading thread. No schema of the contract needs that.
 */
final class WriterSchema {

    private final Set<Schema> open = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Schema> done = Collections.newSetFromMap(new IdentityHashMap<>());

    private WriterSchema() {}

    /** @throws SerializationException if a type contains itself, directly or through others */
    static void refuseRecursion(Schema writer) {
        new WriterSchema().walk(writer);
    }

    private void walk(Schema schema) {
        if (done.contains(schema)) {
            return;
        }
        if (!open.add(schema)) {
            throw new SerializationException("The record was written with a schema that contains itself, in "
                    + schema.getFullName() + ": such records are not read");
        }
        parts(schema).forEach(this::walk);
        open.remove(schema);
        done.add(schema);
    }

    private static List<Schema> parts(Schema schema) {
        return switch (schema.getType()) {
            case RECORD -> schema.getFields().stream().map(Schema.Field::schema).toList();
            case ARRAY -> List.of(schema.getElementType());
            case MAP -> List.of(schema.getValueType());
            case UNION -> schema.getTypes();
            case ENUM, FIXED, STRING, BYTES, INT, LONG, FLOAT, DOUBLE, BOOLEAN, NULL -> List.of();
        };
    }
}
