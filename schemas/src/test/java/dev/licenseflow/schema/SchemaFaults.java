package dev.licenseflow.schema;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.avro.JsonProperties;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;

/** Walks a schema and lists where it falls short of the rules in this module's README. */
final class SchemaFaults {

    private static final String NAMESPACE = "dev.licenseflow.schema";
    private static final String UNKNOWN = "UNKNOWN";

    private final List<String> faults = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    private SchemaFaults() {}

    static List<String> of(Schema schema) {
        SchemaFaults walk = new SchemaFaults();
        walk.visit(schema);
        return walk.faults;
    }

    private void visit(Schema schema) {
        switch (schema.getType()) {
            case RECORD -> visitRecord(schema);
            case ENUM -> visitEnum(schema);
            case ARRAY -> visit(schema.getElementType());
            case MAP -> visit(schema.getValueType());
            case UNION -> schema.getTypes().forEach(this::visit);
            case FIXED, STRING, BYTES, INT, LONG, BOOLEAN, NULL -> {}
            case FLOAT, DOUBLE -> faults.add("inexact type " + schema.getType());
        }
    }

    private void visitRecord(Schema schema) {
        if (!seen.add(schema.getFullName())) {
            return;
        }
        visitNamed(schema);
        for (Field field : schema.getFields()) {
            String name = schema.getFullName() + "." + field.name();
            if (field.doc() == null || field.doc().isBlank()) {
                faults.add("no doc: " + name);
            }
            if (isNullable(field.schema()) && field.defaultVal() != JsonProperties.NULL_VALUE) {
                faults.add("nullable without default null: " + name);
            }
            visit(field.schema());
        }
    }

    private void visitEnum(Schema schema) {
        if (!seen.add(schema.getFullName())) {
            return;
        }
        visitNamed(schema);
        if (!UNKNOWN.equals(schema.getEnumDefault())) {
            faults.add("default is not UNKNOWN: " + schema.getFullName());
        }
        if (!UNKNOWN.equals(schema.getEnumSymbols().get(0))) {
            faults.add("first symbol is not UNKNOWN: " + schema.getFullName());
        }
    }

    private void visitNamed(Schema schema) {
        if (schema.getDoc() == null || schema.getDoc().isBlank()) {
            faults.add("no doc: " + schema.getFullName());
        }
        if (!schema.getFullName().startsWith(NAMESPACE + ".")) {
            faults.add("outside " + NAMESPACE + ": " + schema.getFullName());
        }
    }

    private static boolean isNullable(Schema schema) {
        return schema.getType() == Schema.Type.UNION
                && schema.getTypes().stream().anyMatch(branch -> branch.getType() == Schema.Type.NULL);
    }
}
