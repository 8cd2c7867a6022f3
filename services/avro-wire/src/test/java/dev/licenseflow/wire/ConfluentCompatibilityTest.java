package dev.licenseflow.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.licenseflow.schema.LicenseRequest;
import dev.licenseflow.schema.request.Channel;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * Ours against the genuine Confluent serializers 7.9.5: the same bytes, the same subjects, the same schemas in the registry,
 * and each reads what the other wrote. The genuine ones are found by name, in a jar that only the test run has on its
 * class path (see the module's pom).
 */
class ConfluentCompatibilityTest {

    private static final String PACKAGE = "io.confluent.kafka.serializers.";
    private static final String TOPIC = "licensing.any";
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    @TempDir
    private Path temp;

    private RecordingRegistry registry;

    static Stream<SpecificRecord> records() {
        return Samples.all();
    }

    @BeforeEach
    void start() throws IOException {
        TrustedClasses.trustGeneratedClasses();
        registry = new RecordingRegistry(temp);
    }

    @AfterEach
    void stop() {
        registry.close();
    }

    @Test
    void theOtherSideIsTheGenuineOneButOnOurKafkaAndAvro() throws ReflectiveOperationException {
        String genuine = location(Class.forName(PACKAGE + "KafkaAvroSerializer"));
        assertThat(genuine).endsWith("oracle/confluent.jar");
        assertThat(location(Serializer.class)).isNotEqualTo(genuine).contains("kafka-clients");
        assertThat(location(Schema.class)).isNotEqualTo(genuine).contains("avro-1.12");
    }

    @ParameterizedTest
    @MethodSource("records")
    void bothWriteTheSameBytes(SpecificRecord value) throws ReflectiveOperationException {
        byte[] theirs = genuineSerializer(Map.of()).serialize(TOPIC, value);
        byte[] ours = ourSerializer(Map.of()).serialize(TOPIC, value);

        assertThat(ours).isEqualTo(theirs);
        assertThat(ours).startsWith(0, 0, 0, 0, 1);
        assertThat(registry.asked())
                .as("both registered the same text under the same subject")
                .extracting(RecordingRegistry.Asked::what)
                .containsOnly("POST /subjects/licensing.any-value/versions");
    }

    @ParameterizedTest
    @MethodSource("records")
    void weReadWhatTheyWrote(SpecificRecord value) throws ReflectiveOperationException {
        byte[] theirs = genuineSerializer(Map.of()).serialize(TOPIC, value);

        assertSame(ourDeserializer(Map.of("specific.avro.reader", true)).deserialize(TOPIC, theirs), value);
        assertSame(
                AvroWire.deserializer(value.getClass(), config(Map.of()), false).deserialize(TOPIC, theirs), value);
    }

    @ParameterizedTest
    @MethodSource("records")
    void theyReadWhatWeWrote(SpecificRecord value) throws ReflectiveOperationException {
        byte[] ours = ourSerializer(Map.of()).serialize(TOPIC, value);

        assertSame(genuineDeserializer(Map.of("specific.avro.reader", true)).deserialize(TOPIC, ours), value);
    }

    @ParameterizedTest
    @MethodSource("records")
    void genericRecordsAreTheSameOnBothSides(SpecificRecord value) throws ReflectiveOperationException {
        byte[] bytes = ourSerializer(Map.of()).serialize(TOPIC, value);
        Object theirs = genuineDeserializer(Map.of()).deserialize(TOPIC, bytes);
        Object ours = ourDeserializer(Map.of()).deserialize(TOPIC, bytes);

        assertThat(ours).isInstanceOf(GenericRecord.class).isEqualTo(theirs);
        assertThat(ourSerializer(Map.of()).serialize(TOPIC, (GenericRecord) ours))
                .isEqualTo(genuineSerializer(Map.of()).serialize(TOPIC, ours))
                .hasSameSizeAs(bytes);
    }

    @Test
    void everyStrategyNamesTheSameSubject() throws ReflectiveOperationException {
        for (String strategy : new String[] {"TopicNameStrategy", "RecordNameStrategy", "TopicRecordNameStrategy"}) {
            Map<String, String> config = Map.of("value.subject.name.strategy", PACKAGE + "subject." + strategy);
            int before = registry.asked().size();
            genuineSerializer(config).serialize(TOPIC, Samples.tick());
            ourSerializer(config).serialize(TOPIC, Samples.tick());
            assertThat(registry.asked().subList(before, before + 2))
                    .as(strategy)
                    .extracting(RecordingRegistry.Asked::what)
                    .satisfies(asked -> assertThat(asked.get(0)).isEqualTo(asked.get(1)));
        }
    }

    @Test
    void withoutRegisteringBothAskForTheSame() throws ReflectiveOperationException {
        ourSerializer(Map.of()).serialize(TOPIC, Samples.tick());
        List<Map<String, ?>> configs = List.of(
                Map.of("auto.register.schemas", false),
                Map.of("auto.register.schemas", false, "use.latest.version", true));
        for (Map<String, ?> config : configs) {
            int before = registry.asked().size();
            byte[] theirs = genuineSerializer(config).serialize(TOPIC, Samples.tick());
            int between = registry.asked().size();
            byte[] ours = ourSerializer(config).serialize(TOPIC, Samples.tick());
            assertThat(ours).isEqualTo(theirs);
            assertThat(registry.asked().subList(between, registry.asked().size()))
                    .extracting(RecordingRegistry.Asked::what)
                    .isEqualTo(registry.asked().subList(before, between).stream()
                            .map(RecordingRegistry.Asked::what)
                            .toList());
        }
    }

    @Test
    void thePropertiesOfJavaAreRegisteredByBothIfSaidSo() throws ReflectiveOperationException {
        Map<String, ?> keep = Map.of("avro.remove.java.properties", false);
        assertThat(ourSerializer(keep).serialize(TOPIC, Samples.tick()))
                .isEqualTo(genuineSerializer(keep).serialize(TOPIC, Samples.tick()));
        assertThat(registry.asked())
                .extracting(RecordingRegistry.Asked::body)
                .allMatch(body -> body.contains("avro.java.string"));
    }

    @Test
    void keysAndTombstonesAreTheSame() throws ReflectiveOperationException {
        Serializer<Object> theirs = newGenuineSerializer();
        theirs.configure(config(Map.of("avro.remove.java.properties", true)), true);
        WireSerializer<IndexedRecord> ours = new WireSerializer<>();
        ours.configure(config(Map.of()), true);

        assertThat(ours.serialize(TOPIC, Samples.tick())).isEqualTo(theirs.serialize(TOPIC, Samples.tick()));
        assertThat(registry.asked())
                .extracting(RecordingRegistry.Asked::what)
                .containsOnly("POST /subjects/licensing.any-key/versions");
        assertThat(ours.serialize(TOPIC, null)).isNull();
        assertThat(theirs.serialize(TOPIC, null)).isNull();
    }

    @Test
    void recordsOfALaterSchemaAreReadTheSame() throws ReflectiveOperationException {
        Schema later = new Schema.Parser()
                .parse(SchemaText.of(LicenseRequest.getClassSchema(), true)
                        .replace("\"BACK_OFFICE\"],\"default\":\"UNKNOWN\"},\"doc\":\"Where", """
                                "BACK_OFFICE","KIOSK"],"default":"UNKNOWN"},"doc":"Where"""));
        GenericRecord value = new GenericRecordBuilder(later)
                .set("requestId", "r-1")
                .set("customerId", "c-1")
                .set("partnerId", "p-1")
                .set(
                        "channel",
                        new GenericData.EnumSymbol(later.getField("channel").schema(), "KIOSK"))
                .set("command", Samples.commands().skip(5).findFirst().orElseThrow())
                .build();
        byte[] bytes = genuineSerializer(Map.of()).serialize(TOPIC, value);

        LicenseRequest ours = AvroWire.deserializer(LicenseRequest.class, config(Map.of()), false)
                .deserialize(TOPIC, bytes);
        assertThat(ours.getChannel()).isEqualTo(Channel.UNKNOWN);
        assertThat(genuineDeserializer(Map.of("specific.avro.reader", true)).deserialize(TOPIC, bytes))
                .isEqualTo(ours);
    }

    @Test
    void aRecordWithItsSchemaIdInAHeaderIsRead() {
        byte[] prefixed = ourSerializer(Map.of()).serialize(TOPIC, Samples.charge());
        String text = SchemaText.of(Samples.charge().getSchema(), true);
        UUID guid = UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)); // as the registry makes it
        byte[] header = ByteBuffer.allocate(17)
                .put((byte) 1)
                .putLong(guid.getMostSignificantBits())
                .putLong(guid.getLeastSignificantBits())
                .array();
        Headers headers = new RecordHeaders().add("__value_schema_id", header);
        byte[] bare = Arrays.copyOfRange(prefixed, 5, prefixed.length);

        assertThat(ourDeserializer(Map.of("specific.avro.reader", true)).deserialize(TOPIC, headers, bare))
                .isEqualTo(Samples.charge());
        assertThat(registry.asked()).extracting(RecordingRegistry.Asked::what).contains("GET /schemas/guids/" + guid);
    }

    @Test
    void aHeaderHandedOnFromTheInputIsNotWritten() {
        Headers headers =
                new RecordHeaders().add("__value_schema_id", new byte[17]).add("trace", "t".getBytes(UTF_8));
        ourSerializer(Map.of()).serialize(TOPIC, headers, Samples.charge());
        assertThat(headers.toArray()).extracting(each -> each.key()).containsExactly("trace");
    }

    /**
     * Compares class and content. Not {@code equals}: Avro 1.12.2 cannot compare a list that it read itself when its records
     * have nullable instants, as the effects of a decision do.
     */
    private static void assertSame(Object actual, SpecificRecord expected) {
        assertThat(actual).hasSameClassAs(expected);
        assertThat(JSON.readTree(actual.toString())).isEqualTo(JSON.readTree(expected.toString()));
    }

    private Map<String, Object> config(Map<String, ?> more) {
        Map<String, Object> config = new HashMap<>(more);
        config.put("schema.registry.url", registry.url());
        return config;
    }

    private WireSerializer<IndexedRecord> ourSerializer(Map<String, ?> more) {
        WireSerializer<IndexedRecord> serializer = new WireSerializer<>();
        serializer.configure(config(more), false);
        return serializer;
    }

    private Deserializer<Object> ourDeserializer(Map<String, ?> more) {
        Deserializer<Object> deserializer = new WireDeserializer<>();
        deserializer.configure(config(more), false);
        return deserializer;
    }

    /** As a user would set it up who reads this module's notes: what only concerns Java is not registered. */
    private Serializer<Object> genuineSerializer(Map<String, ?> more) throws ReflectiveOperationException {
        Map<String, Object> config = new HashMap<>(Map.of("avro.remove.java.properties", true));
        config.putAll(more);
        Serializer<Object> serializer = newGenuineSerializer();
        serializer.configure(config(config), false);
        return serializer;
    }

    @SuppressWarnings("unchecked")
    private static Serializer<Object> newGenuineSerializer() throws ReflectiveOperationException {
        return (Serializer<Object>) genuine("KafkaAvroSerializer");
    }

    @SuppressWarnings("unchecked")
    private Deserializer<Object> genuineDeserializer(Map<String, ?> more) throws ReflectiveOperationException {
        Deserializer<Object> deserializer = (Deserializer<Object>) genuine("KafkaAvroDeserializer");
        deserializer.configure(config(more), false);
        return deserializer;
    }

    private static Object genuine(String name) throws ReflectiveOperationException {
        return Class.forName(PACKAGE + name).getConstructor().newInstance();
    }

    private static String location(Class<?> type) {
        return type.getProtectionDomain().getCodeSource().getLocation().getPath();
    }
}
