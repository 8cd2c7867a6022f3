package dev.licenseflow.messaging.state;

import dev.licenseflow.domain.desk.FirstDecision;
import dev.licenseflow.messaging.mapping.UnreadableRecordException;
import dev.licenseflow.messaging.mapping.decision.DecisionBinary;
import dev.licenseflow.messaging.mapping.decision.DecisionMapper;
import dev.licenseflow.schema.LicenseDecision;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.SchemaStore;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * First decisions as they are stored (D3). The decision is kept as the bytes it was published with: it is written for every
 * request, but read for a repetition alone, which then costs what reading a record does. Its schema may be any released
 * one, since an id is remembered across an update.
 */
@NullMarked
public final class FirstDecisionMapper {

    private static final BinaryMessageDecoder<LicenseDecision> DECODER =
            LicenseDecision.createDecoder(releasedSchemas());

    private FirstDecisionMapper() {}

    public static FirstDecisionState toState(FirstDecision first) {
        return new FirstDecisionState(
                first.contentDigest(), ByteBuffer.wrap(DecisionBinary.singleObject(first.decision())));
    }

    /**
     * The decision that was stored.
     *
     * @throws IllegalStateException if what was stored is no decision of a released schema
     */
    public static FirstDecision toDomain(FirstDecisionState state) {
        try {
            // A duplicate, since reading moves on in the buffer and the caller may read the state again.
            LicenseDecision decision = DECODER.decode(state.getDecision().duplicate());
            return new FirstDecision(state.getContentDigest(), DecisionMapper.toDomain(decision));
        } catch (IOException | AvroRuntimeException | UnreadableRecordException e) {
            throw new IllegalStateException("The stored first decision is broken: " + e.getMessage(), e);
        }
    }

    private static SchemaStore releasedSchemas() {
        SchemaStore.Cache schemas = new SchemaStore.Cache();
        int version = 1;
        for (Schema schema = released(version); schema != null; schema = released(version)) {
            schemas.addSchema(schema);
            version++;
        }
        return schemas;
    }

    private static @Nullable Schema released(int version) {
        String file = "/released/v" + version + "/LicenseDecision.avsc";
        try (InputStream schema = LicenseDecision.class.getResourceAsStream(file)) {
            return schema == null ? null : new Schema.Parser().parse(schema);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
