package dev.licenseflow.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.licenseflow.schema.Charge;
import dev.licenseflow.schema.LicenseState;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;

/** Values of state stores: Avro's single-object encoding, read back without any registry, from earlier schemas too. */
class SingleObjectSerdeTest {

    private static final String STORE = "customer-licenses";

    private final Serde<LicenseState> serde = AvroWire.storeSerde(LicenseState.class, List.of());

    @Test
    void bytesAreThoseOfAvrosOwnEncoderBothWays() throws IOException {
        ByteBuffer theirs = Samples.license().toByteBuffer();
        byte[] ours = serde.serializer().serialize(STORE, Samples.license());
        assertThat(ours).isEqualTo(bytesOf(theirs));
        assertThat(serde.deserializer().deserialize(STORE, ours)).isEqualTo(Samples.license());
        assertThat(LicenseState.fromByteBuffer(ByteBuffer.wrap(ours))).isEqualTo(Samples.license());
    }

    @Test
    void logicalTypesSurvive() {
        Serde<Charge> charges = AvroWire.storeSerde(Charge.class, List.of());
        byte[] bytes = charges.serializer().serialize(STORE, Samples.charge());
        assertThat(charges.deserializer().deserialize(STORE, bytes)).isEqualTo(Samples.charge());
    }

    @Test
    void nullStaysNull() {
        assertThat(serde.serializer().serialize(STORE, null)).isNull();
        assertThat(serde.deserializer().deserialize(STORE, (byte[]) null)).isNull();
    }

    @Test
    void aValueOfAnEarlierSchemaIsReadIfThatIsNamedAndRefusedIfNot() throws IOException {
        Schema earlier = new Schema.Parser()
                .parse(LicenseState.getClassSchema().toString().replace(",\"INACTIVE\"]", "]"));
        GenericRecord value = (GenericRecord) new GenericDatumReader<>(earlier)
                .read(null, DecoderFactory.get().binaryDecoder(body(), null));
        ByteBuffer bytes = new BinaryMessageEncoder<GenericRecord>(GenericData.get(), earlier).encode(value);
        byte[] stored = bytesOf(bytes);

        assertThat(AvroWire.storeSerde(LicenseState.class, List.of(earlier))
                        .deserializer()
                        .deserialize(STORE, stored))
                .isEqualTo(Samples.license());
        assertThatThrownBy(() -> serde.deserializer().deserialize(STORE, stored))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("unknown schema");
    }

    @Test
    void otherBytesAreRefused() {
        byte[] good = serde.serializer().serialize(STORE, Samples.license());
        for (byte[] bad : new byte[][] {
            {},
            {(byte) 0xC3, 1},
            Arrays.copyOf(good, good.length - 1),
            Arrays.copyOf(good, good.length + 1),
            new byte[20]
        }) {
            assertThatThrownBy(() -> serde.deserializer().deserialize(STORE, bad))
                    .isInstanceOf(SerializationException.class);
        }
    }

    private static byte[] bytesOf(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }

    private byte[] body() {
        byte[] bytes = serde.serializer().serialize(STORE, Samples.license());
        return Arrays.copyOfRange(bytes, 10, bytes.length);
    }
}
