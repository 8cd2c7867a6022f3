package dev.licenseflow.portal.license;

import static java.util.Objects.requireNonNull;

import dev.licenseflow.messaging.mapping.decision.DecisionBinary;
import dev.licenseflow.schema.LicenseDecision;
import dev.licenseflow.wire.AvroWire;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Decisions as the database keeps them: the bytes of the topic in Avro's single-object encoding, which begins with the fingerprint of
 * the writer's schema. That schema is kept in the database too, so a decision can be read whichever release wrote it, without the
 * registry.
 */
final class DecisionBytes {

    private static final byte[] MARKER = {(byte) 0xC3, 0x01};

    /** The schemas that this release knows, by fingerprint. They are kept from the start on. */
    private static final Map<Long, Schema> KNOWN = Stream.concat(
                    DecisionBinary.released().stream(), Stream.of(LicenseDecision.getClassSchema()))
            .collect(
                    Collectors.toMap(SchemaNormalization::parsingFingerprint64, schema -> schema, (one, same) -> same));

    private final JdbcClient database;
    private final Map<Schema, Long> fingerprints = new ConcurrentHashMap<>();
    private final Deserializer<LicenseDecision> reader =
            AvroWire.storeSerde(LicenseDecision.class, this::schema).deserializer();

    DecisionBytes(JdbcClient database) {
        this.database = database;
    }

    void keepKnownSchemas() {
        KNOWN.forEach(this::keep);
    }

    /** Puts the fingerprint in front of a decision's Avro binary form, and keeps the schema, in the transaction at hand. */
    byte[] of(Schema writer, ByteBuffer binary) {
        long fingerprint = fingerprints.computeIfAbsent(writer, SchemaNormalization::parsingFingerprint64);
        if (!KNOWN.containsKey(fingerprint)) {
            keep(fingerprint, writer);
        }
        return ByteBuffer.allocate(MARKER.length + Long.BYTES + binary.remaining())
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(MARKER)
                .putLong(fingerprint)
                .put(binary)
                .array();
    }

    LicenseDecision read(byte[] bytes) {
        return requireNonNull(reader.deserialize("decisions", bytes));
    }

    private void keep(long fingerprint, Schema schema) {
        database.sql("insert into decision_schemas (fingerprint, content) values (?, ?) on conflict do nothing")
                .params(fingerprint, schema.toString())
                .update();
    }

    private @Nullable Schema schema(long fingerprint) {
        return database.sql("select content from decision_schemas where fingerprint = ?")
                .param(fingerprint)
                .query(String.class)
                .optional()
                .map(content -> new Schema.Parser().parse(content))
                .orElse(null);
    }
}
