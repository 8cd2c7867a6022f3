package dev.licenseflow.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.avro.Schema;

/**
 * Keeps Avro from guessing. Where a writer's union has a record that the reader's has not, Avro takes the first of the
 * reader's records with a fitting shape: a command that is newer than this program, without fields, would be read as
 * {@code Renew} and renew the customer. Here such a branch is replaced by a type that fits nothing, so that records which use
 * it fail, and only those.
 */
final class StrictUnions {

    private StrictUnions() {}

    /** The writer's schema, which {@link WriterSchema} has let pass; the very same if it has no branch that is unknown. */
    static Schema of(Schema writer, Schema reader) {
        List<Schema> expected = reader.isUnion() ? reader.getTypes() : List.of(reader);
        if (writer.isUnion()) {
            List<Schema> branches = writer.getTypes().stream()
                    .map(branch -> branch(branch, expected, true))
                    .toList();
            return branches.equals(writer.getTypes()) ? writer : Schema.createUnion(branches);
        }
        return branch(writer, expected, reader.isUnion());
    }

    private static Schema branch(Schema writer, List<Schema> expected, boolean byName) {
        List<Schema> sameType = expected.stream()
                .filter(each -> each.getType() == writer.getType())
                .toList();
        return switch (writer.getType()) {
            case RECORD ->
                sameType.stream()
                        .filter(each -> !byName || isNamed(each, writer))
                        .findFirst()
                        .map(each -> record(writer, each))
                        .orElseGet(() -> fitsNothing(writer));
            case ARRAY ->
                sameType.isEmpty()
                        ? writer
                        : with(writer, writer.getElementType(), sameType.get(0).getElementType(), Schema::createArray);
            case MAP ->
                sameType.isEmpty()
                        ? writer
                        : with(writer, writer.getValueType(), sameType.get(0).getValueType(), Schema::createMap);
            default -> writer;
        };
    }

    private static Schema record(Schema writer, Schema reader) {
        List<Schema.Field> fields = new ArrayList<>();
        boolean same = true;
        for (Schema.Field field : writer.getFields()) {
            Schema.Field expected = reader.getField(field.name());
            Schema walked = expected == null ? field.schema() : of(field.schema(), expected.schema());
            same &= walked.equals(field.schema());
            fields.add(new Schema.Field(field, walked));
        }
        return same
                ? writer
                : Schema.createRecord(
                        writer.getName(), writer.getDoc(), writer.getNamespace(), writer.isError(), fields);
    }

    private static Schema with(Schema writer, Schema part, Schema reader, UnaryOperator<Schema> of) {
        Schema walked = of(part, reader);
        return walked.equals(part) ? writer : of.apply(walked);
    }

    private static boolean isNamed(Schema reader, Schema writer) {
        return reader.getName().equals(writer.getName()) || reader.getAliases().contains(writer.getFullName());
    }

    /** How it is written does not matter: it is never read. The name is kept for the message. */
    private static Schema fitsNothing(Schema unknown) {
        return Schema.createFixed(unknown.getName(), null, unknown.getNamespace(), 0);
    }
}
