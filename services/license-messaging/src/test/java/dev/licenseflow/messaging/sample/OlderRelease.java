package dev.licenseflow.messaging.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.specific.SpecificRecordBase;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a release with an older schema of a class would have stored. */
public final class OlderRelease {

    private static final JsonMapper JSON = new JsonMapper();

    private OlderRelease() {}

    /**
     * The schema with a field that is gone today and, wherever they are, without fields that came later.
     *
     * @param later the name of an optional field
     */
    public static Schema of(Schema today, String later) {
        JsonNode schema = JSON.readTree(today.toString());
        ((ArrayNode) schema.get("fields"))
                .insertObject(0)
                .put("name", "gone")
                .put("type", "string")
                .put("default", "long ago");
        remove(schema, later);
        return new Schema.Parser().parse(schema.toString());
    }

    /** The value in Avro's single-object encoding, by that schema. */
    public static byte[] stored(SpecificRecordBase value, Schema older) {
        try {
            GenericRecord record = new GenericDatumReader<GenericRecord>(value.getSchema(), older)
                    .read(null, DecoderFactory.get().binaryDecoder(AvroBytes.of(value), null));
            ByteBuffer bytes = new BinaryMessageEncoder<GenericRecord>(GenericData.get(), older).encode(record);
            byte[] stored = new byte[bytes.remaining()];
            bytes.get(stored);
            return stored;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void remove(JsonNode node, String field) {
        node.forEach(child -> remove(child, field));
        if (node instanceof ObjectNode object && object.get("fields") instanceof ArrayNode fields) {
            for (int i = fields.size() - 1; i >= 0; i--) {
                if (fields.get(i).get("name").asString().equals(field)) {
                    fields.remove(i);
                }
            }
        }
    }
}
