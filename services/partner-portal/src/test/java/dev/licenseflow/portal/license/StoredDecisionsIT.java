package dev.licenseflow.portal.license;

import static dev.licenseflow.portal.Samples.content;
import static dev.licenseflow.portal.Samples.registered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.licenseflow.domain.decision.Decision;
import dev.licenseflow.messaging.mapping.decision.DecisionMapper;
import dev.licenseflow.portal.PortalDatabase;
import dev.licenseflow.schema.LicenseDecision;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Decisions in the database are read with the schema that they were written with. */
class StoredDecisionsIT {

    private static final Decision DECISION = registered("p1", "c1", "r1");

    private final PortalDatabase database = PortalDatabase.create();
    private final DecisionRepository decisions = new DecisionRepository(database.client());

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void theSchemaOfTodayIsKeptFromTheStartOn() {
        decisions.enter(DECISION, content(DECISION), 0, 1);

        assertThat(kept(SchemaNormalization.parsingFingerprint64(LicenseDecision.getClassSchema())))
                .isEqualTo(1);
    }

    /** Of another release, with a field that is gone and without the quote: older than this one, or newer beside it. */
    @Test
    void aDecisionThatAnotherReleaseStoredIsReadWithTheSchemaThatItKept() throws IOException {
        Schema other = other();
        decisions.enter(DECISION, content(DECISION), 0, 1);
        database.client()
                .sql("update decisions set content = :content")
                .param("content", storedWith(other))
                .update();
        assertThatThrownBy(() -> decisions.onRequest("p1", "c1", "r1"))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("unknown schema");

        database.client()
                .sql("insert into decision_schemas values (:fingerprint, :content)")
                .param("fingerprint", SchemaNormalization.parsingFingerprint64(other))
                .param("content", other.toString())
                .update();

        assertThat(decisions.onRequest("p1", "c1", "r1").map(DecisionMapper::toDomain))
                .contains(DECISION);
        assertThat(decisions.of("p1", "c1", 0, 10).items())
                .extracting(JournalEntry::decision)
                .containsExactly(DECISION);
    }

    private long kept(long fingerprint) {
        return database.client()
                .sql("select count(*) from decision_schemas where fingerprint = :fingerprint")
                .param("fingerprint", fingerprint)
                .query(Long.class)
                .single();
    }

    private static Schema other() {
        Schema today = LicenseDecision.getClassSchema();
        Schema other = Schema.createRecord(today.getName(), today.getDoc(), today.getNamespace(), false);
        List<Schema.Field> fields = new ArrayList<>();
        fields.add(new Schema.Field("gone", Schema.create(Schema.Type.STRING), "Gone.", "long ago"));
        for (Schema.Field field : today.getFields()) {
            if (!field.name().equals("quote")) {
                fields.add(new Schema.Field(field, field.schema()));
            }
        }
        other.setFields(fields);
        return other;
    }

    private static byte[] storedWith(Schema other) throws IOException {
        BinaryMessageDecoder<GenericRecord> today = new BinaryMessageDecoder<>(GenericData.get(), other);
        today.addSchema(LicenseDecision.getClassSchema());
        GenericRecord record = today.decode(content(DECISION));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new BinaryMessageEncoder<GenericRecord>(GenericData.get(), other).encode(record, bytes);
        return bytes.toByteArray();
    }
}
