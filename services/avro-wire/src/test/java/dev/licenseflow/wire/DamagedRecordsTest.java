package dev.licenseflow.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.licenseflow.schema.Charge;
import dev.licenseflow.schema.ChargeSettlement;
import dev.licenseflow.schema.ClockTick;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Bytes that are no record, or not the right one: bad records, each and every one, and nothing worse. */
class DamagedRecordsTest {

    private static final String TOPIC = "licensing.any";
    private static final Map<String, Object> CONFIG = Map.of("schema.registry.url", "mock://damaged-records-test");

    @BeforeEach
    void forget() {
        SchemaRegistry.forgetMock("damaged-records-test");
    }

    static Stream<byte[]> badBytes() {
        return Stream.of(
                new byte[] {},
                new byte[] {0},
                new byte[] {0, 0, 0, 0},
                new byte[] {0, 0, 0, 0, 1},
                new byte[] {1, 0, 0, 0, 1, 2, 65, 2},
                new byte[] {0, 0, 0, 0, 9, 2, 65, 2},
                new byte[] {0, -1, -1, -1, -1, 2, 65, 2},
                "{\"month\":\"2026-04\"}".getBytes(UTF_8));
    }

    @ParameterizedTest
    @MethodSource("badBytes")
    void bytesThatAreNoRecordAreABadRecord(byte[] bytes) {
        Serde<ClockTick> serde = AvroWire.serde(ClockTick.class, CONFIG, false);
        serde.serializer().serialize(TOPIC, Samples.tick());
        assertThatThrownBy(() -> serde.deserializer().deserialize(TOPIC, bytes))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining(TOPIC);
    }

    @Test
    void bytesAfterTheEndAreABadRecord() {
        Serde<ClockTick> serde = AvroWire.serde(ClockTick.class, CONFIG, false);
        byte[] good = serde.serializer().serialize(TOPIC, Samples.tick());
        byte[] longer = Arrays.copyOf(good, good.length + 1);
        assertThatThrownBy(() -> serde.deserializer().deserialize(TOPIC, longer))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("after the end");
        assertThat(serde.deserializer().deserialize(TOPIC, good)).isEqualTo(Samples.tick());
    }

    @Test
    void anotherRecordThanTheTopicHoldsIsABadRecord() {
        byte[] tick = AvroWire.serializer(ClockTick.class, CONFIG, false).serialize(TOPIC, Samples.tick());
        Deserializer<Charge> charges = AvroWire.deserializer(Charge.class, CONFIG, false);
        assertThatThrownBy(() -> charges.deserialize(TOPIC, tick))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("dev.licenseflow.schema.ClockTick, not a dev.licenseflow.schema.Charge");
    }

    /** Damaged records either decode or are bad records; nothing else, such as a lack of memory, comes of them. */
    @Test
    void anyDamageIsABadRecordOrAnotherRecord() {
        Random random = new Random(20260310);
        List<SpecificRecord> samples = Samples.all().toList();
        WireSerializer<SpecificRecord> serializer = newSerializer();
        Deserializer<Object> deserializer = new WireDeserializer<>();
        deserializer.configure(
                Map.of("schema.registry.url", CONFIG.get("schema.registry.url"), "specific.avro.reader", true), false);
        for (int i = 0; i < 20_000; i++) {
            SpecificRecord sample = samples.get(random.nextInt(samples.size()));
            String topic = TOPIC + "." + sample.getSchema().getName();
            byte[] bytes = serializer.serialize(topic, sample);
            for (int damage = random.nextInt(4); damage >= 0; damage--) {
                bytes[5 + random.nextInt(bytes.length - 5)] = (byte) random.nextInt(256);
            }
            byte[] cut =
                    Arrays.copyOf(bytes, random.nextInt(10) == 0 ? 5 + random.nextInt(bytes.length - 5) : bytes.length);
            try {
                assertThat(deserializer.deserialize(topic, cut)).isNotNull();
            } catch (SerializationException e) {
                assertThat(e).hasMessageStartingWith("Topic " + topic);
            }
        }
    }

    /** Lengths far beyond the bytes at hand must not be allocated first and found missing later. */
    @Test
    void hugeLengthsAreABadRecord() {
        newSerializer().serialize(TOPIC, Samples.settlement());
        byte[] maxInt = {(byte) 0xFE, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, 0x0F};
        assertBad(concat(new byte[] {0, 0, 0, 0, 1}, maxInt, new byte[64]));
        byte[] twoEmptyTexts = {0, 0};
        byte[] twoThousandMillionItems = {(byte) 0xDA, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, 0x0F};
        assertBad(concat(new byte[] {0, 0, 0, 0, 1}, twoEmptyTexts, twoThousandMillionItems, new byte[64]));
    }

    /** Reading it would need a stack as deep as the bytes are long. */
    @Test
    void aRecordWrittenWithASchemaThatContainsItselfIsABadRecord() {
        String recursive = """
                {"type":"record","name":"ChargeSettlement","namespace":"dev.licenseflow.schema","fields":[
                 {"name":"inner","type":["null","ChargeSettlement"]}]}""";
        int id = SchemaRegistry.of(CONFIG).register("anything", recursive);
        byte[] nesting = new byte[50_000];
        Arrays.fill(nesting, (byte) 2);
        assertBad(concat(ByteBuffer.allocate(5).put((byte) 0).putInt(id).array(), nesting, new byte[] {0}));
    }

    @Test
    void aRecordWrittenWithAnOversizedSchemaIsABadRecord() {
        StringBuilder fields = new StringBuilder();
        for (int i = 0; i < 10_000; i++) {
            fields.append(i == 0 ? "" : ",")
                    .append("{\"name\":\"field")
                    .append(i)
                    .append("\",\"type\":\"null\"}");
        }
        String oversized = """
                {"type":"record","name":"ChargeSettlement","namespace":"dev.licenseflow.schema","fields":[%s]}""".formatted(fields);
        assertThatThrownBy(() -> SchemaText.parse(oversized))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("characters");
    }

    @Test
    void aSchemaOfEndlessNestingIsNotReadAndNothingWorse() {
        String deep = "{\"type\":\"array\",\"items\":".repeat(9_000) + "\"null\"" + "}".repeat(9_000);
        assertThatThrownBy(() -> SchemaText.parse(deep)).isInstanceOf(SerializationException.class);
    }

    private static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static void assertBad(byte[] bytes) {
        Deserializer<ChargeSettlement> deserializer = AvroWire.deserializer(ChargeSettlement.class, CONFIG, false);
        assertThatThrownBy(() -> deserializer.deserialize(TOPIC, bytes)).isInstanceOf(SerializationException.class);
    }

    private static WireSerializer<SpecificRecord> newSerializer() {
        WireSerializer<SpecificRecord> serializer = new WireSerializer<>();
        serializer.configure(CONFIG, false);
        return serializer;
    }
}
