package dev.licenseflow.portal.license;

import static java.util.Objects.requireNonNull;

import dev.licenseflow.domain.decision.Decision;
import dev.licenseflow.messaging.mapping.decision.DecisionBinary;
import dev.licenseflow.messaging.mapping.decision.DecisionMapper;
import dev.licenseflow.schema.LicenseDecision;
import dev.licenseflow.wire.AvroWire;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Decisions as the database keeps them, from which nothing is lost: Avro's single-object encoding. The schema that each names by
 * its fingerprint is kept in the database too, so a decision can be read whatever release wrote it, without the registry.
 */
final class DecisionBytes {

    private final JdbcClient database;
    private final Deserializer<LicenseDecision> reader =
            AvroWire.storeSerde(LicenseDecision.class, this::schema).deserializer();

    DecisionBytes(JdbcClient database) {
        this.database = database;
    }

    /** Keeps the schema with which this release writes, and those of earlier releases that did not keep theirs. */
    static void keepSchemas(JdbcClient database) {
        keep(database, LicenseDecision.getClassSchema());
        DecisionBinary.released().forEach(schema -> keep(database, schema));
    }

    private static void keep(JdbcClient database, Schema schema) {
        database.sql("insert into decision_schemas (fingerprint, content) values (:fingerprint, :content)"
                        + " on conflict do nothing")
                .param("fingerprint", SchemaNormalization.parsingFingerprint64(schema))
                .param("content", schema.toString())
                .update();
    }

    byte[] of(Decision decision) {
        return DecisionBinary.singleObject(decision);
    }

    Decision read(byte[] bytes) {
        return DecisionMapper.toDomain(requireNonNull(reader.deserialize("decisions", bytes)));
    }

    private @Nullable Schema schema(long fingerprint) {
        return database.sql("select content from decision_schemas where fingerprint = :fingerprint")
                .param("fingerprint", fingerprint)
                .query(String.class)
                .optional()
                .map(content -> new Schema.Parser().parse(content))
                .orElse(null);
    }
}
