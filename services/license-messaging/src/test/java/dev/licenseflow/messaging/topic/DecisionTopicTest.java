package dev.licenseflow.messaging.topic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licenseflow.domain.decision.Decision;
import dev.licenseflow.messaging.mapping.decision.DecisionMapper;
import dev.licenseflow.messaging.sample.Decisions;
import dev.licenseflow.schema.LicenseDecision;
import dev.licenseflow.wire.AvroWire;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.serialization.Serializer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The decisions topic has a serializer of its own, whose bytes have to be those of every other topic's. */
class DecisionTopicTest {

    private static final Map<String, String> CONFIG = Map.of("schema.registry.url", "mock://decision-topic");

    private final Topic<String, Decision> topic = LicensingTopics.of(CONFIG).decisions();
    private final Serializer<LicenseDecision> usual = AvroWire.serializer(LicenseDecision.class, CONFIG, false);

    static List<Decision> decisions() {
        return Decisions.many();
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void aDecisionIsWrittenLikeAnyOtherRecord(Decision decision) {
        Serializer<Decision> serializer = topic.values().serializer();
        byte[] expected = usual.serialize(topic.name(), DecisionMapper.toAvro(decision));
        assertThat(serializer.serialize(topic.name(), decision)).isEqualTo(expected);
        assertThat(serializer.serialize(topic.name(), decision))
                .as("written again")
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void whatWasWrittenLastIsNotTakenForAnEqualIdOfAnother(Decision decision) {
        Serializer<Decision> serializer = topic.values().serializer();
        serializer.serialize(topic.name(), decision.repeated("again"));
        assertThat(topic.values()
                        .deserializer()
                        .deserialize(topic.name(), serializer.serialize(topic.name(), decision)))
                .isEqualTo(decision);
    }
}
