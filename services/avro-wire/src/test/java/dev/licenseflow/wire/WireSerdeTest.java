package dev.licenseflow.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.licenseflow.schema.ClockTick;
import dev.licenseflow.schema.LicenseDecision;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Our serdes by themselves, on a registry within the process. */
class WireSerdeTest {

    private static final String TOPIC = "licensing.any";
    private static final Map<String, Object> CONFIG = Map.of("schema.registry.url", "mock://wire-serde-test");

    private SchemaRegistry registry;

    @BeforeEach
    void forget() {
        SchemaRegistry.forgetMock("wire-serde-test");
        registry = SchemaRegistry.of(CONFIG);
    }

    @Test
    void nullIsATombstone() {
        Serde<ClockTick> serde = AvroWire.serde(ClockTick.class, CONFIG, false);
        assertThat(serde.serializer().serialize(TOPIC, null)).isNull();
        assertThat(serde.serializer().serialize(TOPIC, new RecordHeaders(), null))
                .isNull();
        assertThat(serde.deserializer().deserialize(TOPIC, (byte[]) null)).isNull();
        assertThat(serde.deserializer().deserialize(TOPIC, new RecordHeaders(), (byte[]) null))
                .isNull();
    }

    @Test
    void whatConcernsJavaIsNotRegistered() {
        AvroWire.serializer(LicenseDecision.class, CONFIG, false).serialize(TOPIC, Samples.quoted());
        String registered = registry.latest(TOPIC + "-value").schema().toString();
        assertThat(LicenseDecision.getClassSchema().toString()).contains("avro.java.string");
        assertThat(registered).doesNotContain("avro.java").contains("\"default\":\"UNKNOWN\"", "timestamp-millis");
    }

    @Test
    void aRecordThatDoesNotFitItsSchemaIsRefusedAndTheNextOneIsWhole() {
        var serializer = AvroWire.serializer(ClockTick.class, CONFIG, false);
        byte[] before = serializer.serialize(TOPIC, Samples.tick());
        ClockTick broken = new ClockTick();
        assertThatThrownBy(() -> serializer.serialize(TOPIC, broken))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("month");
        assertThat(serializer.serialize(TOPIC, Samples.tick())).isEqualTo(before);
    }

    @Test
    void withoutRegisteringAnUnknownSchemaIsRefused() {
        Map<String, Object> config = new HashMap<>(CONFIG);
        config.put("auto.register.schemas", "false");
        assertThatThrownBy(() ->
                        AvroWire.serializer(ClockTick.class, config, false).serialize(TOPIC, Samples.tick()))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("licensing.any-value");
    }

    @Test
    void aSerializerMayBeUsedByManyThreads() throws Exception {
        Serde<LicenseDecision> serde = AvroWire.serde(LicenseDecision.class, CONFIG, false);
        List<LicenseDecision> values = List.of(Samples.quoted(), Samples.rejected());
        List<byte[]> expected = values.stream()
                .map(value -> serde.serializer().serialize(TOPIC, value))
                .toList();
        Callable<Boolean> task = () -> {
            for (int i = 0; i < 5_000; i++) {
                byte[] bytes = serde.serializer().serialize(TOPIC, values.get(i % 2));
                if (!Arrays.equals(bytes, expected.get(i % 2))
                        || serde.deserializer()
                                        .deserialize(TOPIC, bytes)
                                        .getReasons()
                                        .size()
                                != values.get(i % 2).getReasons().size()) {
                    return false;
                }
            }
            return true;
        };
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            for (var result : threads.invokeAll(List.of(task, task, task, task))) {
                assertThat(result.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void strategiesAreNamedInFullOrInShort() {
        for (String name : List.of(
                "io.confluent.kafka.serializers.subject.RecordNameStrategy", "RecordNameStrategy", "RecordName")) {
            assertThat(SubjectNameStrategy.named("any", name)).isEqualTo(SubjectNameStrategy.RECORD_NAME);
        }
        assertThatThrownBy(() -> SubjectNameStrategy.named("any", "com.example.MyStrategy"))
                .isInstanceOf(ConfigException.class);
    }

    @Test
    void valuesThatMakeNoSenseAreRefusedAtStart() {
        for (Map<String, ?> fault : List.of(
                Map.of("auto.register.schemas", "yes"),
                Map.of("value.subject.name.strategy", "Nonsense"),
                Map.of("use.latest.version", 1))) {
            Map<String, Object> config = new HashMap<>(CONFIG);
            config.putAll(fault);
            assertThatThrownBy(() -> AvroWire.serde(ClockTick.class, config, false))
                    .as("%s", fault)
                    .isInstanceOf(ConfigException.class);
        }
    }
}
