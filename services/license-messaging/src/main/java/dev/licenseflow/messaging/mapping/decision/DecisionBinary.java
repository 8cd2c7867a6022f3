package dev.licenseflow.messaging.mapping.decision;

import dev.licenseflow.domain.decision.Decision;
import dev.licenseflow.schema.LicenseDecision;
import dev.licenseflow.wire.RecordBinary;
import dev.licenseflow.wire.ReleasedSchemas;
import java.util.List;
import org.apache.avro.Schema;

/** Decisions in Avro's binary form, for the topic and for where they are stored. */
public final class DecisionBinary {

    private static final RecordBinary<LicenseDecision> BINARY = new RecordBinary<>(LicenseDecision.class);
    private static final byte[] SINGLE_OBJECT_PREFIX = BINARY.singleObjectPrefix();

    private DecisionBinary() {}

    /** The bytes of a {@link LicenseDecision}. */
    public static byte[] of(Decision decision) {
        return BINARY.of(DecisionMapper.toAvro(decision));
    }

    /** The same in Avro's single-object encoding, which tells the schema by its fingerprint. */
    public static byte[] singleObject(Decision decision) {
        return RecordBinary.joined(SINGLE_OBJECT_PREFIX, of(decision));
    }

    /** The schemas of all releases, today's among them: every one with which such bytes may have been stored. */
    public static List<Schema> released() {
        return ReleasedSchemas.of(LicenseDecision.class, "/released/v%d/LicenseDecision.avsc");
    }
}
