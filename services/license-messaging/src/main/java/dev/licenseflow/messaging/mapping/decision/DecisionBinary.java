package dev.licenseflow.messaging.mapping.decision;

import dev.licenseflow.domain.decision.Decision;
import dev.licenseflow.schema.LicenseDecision;
import dev.licenseflow.wire.RecordBinary;
import dev.licenseflow.wire.ReleasedSchemas;
import java.util.List;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Decisions in Avro's binary form. The processor writes each decision twice in a row, to its topic and among the first
 * decisions; so each thread keeps what it encoded last, and the second time costs nothing.
 */
public final class DecisionBinary {

    private static final RecordBinary<LicenseDecision> BINARY = new RecordBinary<>(LicenseDecision.class);
    private static final byte[] SINGLE_OBJECT_PREFIX = BINARY.singleObjectPrefix();
    private static final ThreadLocal<@Nullable Encoded> LATEST = new ThreadLocal<>();

    private DecisionBinary() {}

    /** The bytes of a {@link LicenseDecision}; not to be changed. */
    @SuppressWarnings("ReferenceEquality") // The very same object: to compare two would cost as much as to encode one.
    public static byte[] of(Decision decision) {
        Encoded latest = LATEST.get();
        if (latest != null && latest.decision == decision) {
            return latest.binary;
        }
        byte[] binary = BINARY.of(DecisionMapper.toAvro(decision));
        LATEST.set(new Encoded(decision, binary));
        return binary;
    }

    /** The same in Avro's single-object encoding, which tells the schema by its fingerprint. */
    public static byte[] singleObject(Decision decision) {
        return RecordBinary.joined(SINGLE_OBJECT_PREFIX, of(decision));
    }

    /** The schemas of all releases, today's among them: every one with which such bytes may have been stored. */
    public static List<Schema> released() {
        return ReleasedSchemas.of(LicenseDecision.class, "/released/v%d/LicenseDecision.avsc");
    }

    private static final class Encoded {

        private final Decision decision;
        private final byte[] binary;

        Encoded(Decision decision, byte[] binary) {
            this.decision = decision;
            this.binary = binary;
        }
    }
}
