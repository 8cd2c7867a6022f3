package dev.licenseflow.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.licenseflow.domain.decision.Decision;
import dev.licenseflow.domain.fixture.RequestBuilder;
import dev.licenseflow.domain.fixture.Rule;
import dev.licenseflow.domain.fixture.ScenarioCatalog;
import dev.licenseflow.domain.license.CustomerLicenses;
import dev.licenseflow.domain.license.Quantities;
import dev.licenseflow.domain.simulation.Input;
import dev.licenseflow.processor.state.StateSerdes;
import dev.licenseflow.processor.store.CustomerStore;
import dev.licenseflow.processor.streams.LicenseProcessor;
import dev.licenseflow.processor.streams.StreamsProperties;
import dev.licenseflow.system.TopicLog.Entry;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.ListStreamsGroupOffsetsSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.streams.KafkaStreams;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The third road of an error: what should never be. Here, a customer with a product that no catalog has. */
@SuppressWarnings("try") // A processor is there while the block runs, though nobody speaks to it.
class BugIT {

    private static final String CHANGELOG = StreamsProperties.APPLICATION_ID + "-" + CustomerStore.NAME + "-changelog";

    @TempDir
    private Path temp;

    private final Serde<CustomerLicenses> states = StateSerdes.customers();

    @Test
    @Rule({"D1", "G3"})
    void aBugStopsTheClientKeepsTheOffsetAndCommitsNothing() throws Exception {
        try (Pipeline pipeline = Pipeline.start(temp);
                TopicLog<Decision> decisions = pipeline.follow(pipeline.topics().decisions());
                TopicLog<byte[]> letters =
                        pipeline.followRaw(pipeline.topics().requests().name() + ".dlq")) {
            pipeline.publish(ScenarioCatalog.sinceEver(), null);
            RecordMetadata registered;
            try (LicenseProcessor sound = pipeline.startProcessor("sound")) {
                registered = ask(pipeline, RequestBuilder.register("link"), "r1");
                decisions.await(1);
            }
            Entry<byte[]> state = lastState(pipeline);
            write(pipeline, state, states.serializer().serialize(CHANGELOG, broken(state)));

            RecordMetadata fatal;
            try (LicenseProcessor broken = pipeline.startProcessor("broken")) {
                fatal = ask(pipeline, RequestBuilder.add("link-garcom", 1), "r2");
                ask(pipeline, RequestBuilder.suspend(), "r3");
                Awaitility.await().atMost(Pipeline.PATIENCE).until(() -> broken.state() == KafkaStreams.State.ERROR);
            }
            assertThat(decisions.toEnd()).hasSize(1);
            assertThat(letters.toEnd()).isEmpty();
            assertThat(fatal.offset()).isEqualTo(registered.offset() + 1);
            assertThat(committed(pipeline, fatal).offset()).isEqualTo(fatal.offset());

            write(pipeline, state, state.bytes());
            try (LicenseProcessor mended = pipeline.startProcessor("mended")) {
                decisions.await(3);
            }
            assertThat(decisions.toEnd())
                    .extracting(decision -> decision.value().causeId())
                    .containsExactly("r1", "r2", "r3");
        }
    }

    private CustomerLicenses broken(Entry<byte[]> state) {
        CustomerLicenses sound = states.deserializer().deserialize(CHANGELOG, state.bytes());
        TreeMap<String, Quantities> products = new TreeMap<>(sound.products());
        products.put("no-such-product", new Quantities(1, 1));
        return new CustomerLicenses(
                sound.customerId(),
                sound.partnerId(),
                sound.system(),
                sound.status(),
                sound.renewalMethod(),
                sound.paidThrough(),
                sound.month(),
                sound.revision(),
                products,
                sound.openCharges(),
                sound.quote(),
                sound.renewalScheduled(),
                sound.cancelled(),
                sound.changedAt(),
                sound.changedBy());
    }

    private static Entry<byte[]> lastState(Pipeline pipeline) {
        try (TopicLog<byte[]> changelog = pipeline.followRaw(CHANGELOG)) {
            List<Entry<byte[]>> states = changelog.toEnd();
            return states.get(states.size() - 1);
        }
    }

    /** Into the changelog, from which an instance without local state restores. */
    private static void write(Pipeline pipeline, Entry<byte[]> place, byte[] state) {
        Pipeline.settled(pipeline.sendRaw(
                new ProducerRecord<>(CHANGELOG, place.partition(), place.key().getBytes(UTF_8), state)));
    }

    private static RecordMetadata ask(Pipeline pipeline, RequestBuilder request, String id) {
        return Pipeline.settled(pipeline.send(new Input.Asked(request.build(id), Instant.EPOCH), null));
    }

    private static OffsetAndMetadata committed(Pipeline pipeline, RecordMetadata record) throws Exception {
        return pipeline.admin()
                .listStreamsGroupOffsets(Map.of(StreamsProperties.APPLICATION_ID, new ListStreamsGroupOffsetsSpec()))
                .partitionsToOffsetAndMetadata(StreamsProperties.APPLICATION_ID)
                .get()
                .get(new TopicPartition(record.topic(), record.partition()));
    }
}
