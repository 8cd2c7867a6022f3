package dev.licenseflow.wire;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * The record header in which newer Confluent serializers may put the schema's id: byte 1 and a GUID of 16 bytes. The
 * value of such a record then is Avro alone. It is read here, and never written.
 */
enum SchemaIdHeader {
    KEY("__key_schema_id"),
    VALUE("__value_schema_id");

    private static final byte MAGIC = 1;
    private static final int LENGTH_BYTES = 1 + 2 * Long.BYTES;

    private final String name;

    SchemaIdHeader(String name) {
        this.name = name;
    }

    /** The GUID of the schema, if the record has this header. */
    Optional<UUID> read(Headers headers) {
        Header header = headers.lastHeader(name);
        if (header == null) {
            return Optional.empty();
        }
        byte[] value = header.value();
        if (value == null || value.length != LENGTH_BYTES || value[0] != MAGIC) {
            throw new SerializationException("The header " + name + " is not byte 1 and a GUID of 16 bytes");
        }
        ByteBuffer guid = ByteBuffer.wrap(value, 1, 2 * Long.BYTES);
        return Optional.of(new UUID(guid.getLong(), guid.getLong()));
    }

    /**
     * Takes the header away from a record that is about to be written. Kafka Streams hands the headers of the record it read
     * on to those it writes, where an id of another schema would make them unreadable.
     */
    void remove(Headers headers) {
        if (headers.lastHeader(name) != null) {
            headers.remove(name);
        }
    }
}
