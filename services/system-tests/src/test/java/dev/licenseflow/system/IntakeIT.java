package dev.licenseflow.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.licenseflow.domain.charge.Charge;
import dev.licenseflow.domain.decision.Decision;
import dev.licenseflow.domain.decision.Outcome;
import dev.licenseflow.domain.fixture.RequestBuilder;
import dev.licenseflow.domain.fixture.Rule;
import dev.licenseflow.domain.fixture.ScenarioCatalog;
import dev.licenseflow.domain.request.Request;
import dev.licenseflow.domain.request.Settlement;
import dev.licenseflow.domain.request.SettlementOutcome;
import dev.licenseflow.messaging.topic.KeyPartitioner;
import dev.licenseflow.processor.intake.DeadLetters;
import dev.licenseflow.processor.streams.LicenseProcessor;
import dev.licenseflow.system.TopicLog.Entry;
import dev.licenseflow.wire.SchemaRegistry;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.KafkaStreams;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records that nobody may send, and records in a partition that is not their key's. */
class IntakeIT {

    private static final int PARTITIONS = 8;

    @TempDir
    private static Path temp;

    private static Pipeline pipeline;
    private static LicenseProcessor processor;

    @BeforeAll
    static void start() {
        pipeline = Pipeline.start(temp);
        pipeline.publish(ScenarioCatalog.FIRST, null);
        processor = pipeline.startProcessor("one");
    }

    @AfterAll
    static void stop() {
        processor.close();
        pipeline.close();
    }

    @Test
    @Rule("D1")
    void whatNobodyMaySendIsADeadLetterAndTheNextRequestIsDecided() {
        String topic = pipeline.topics().requests().name();
        pipeline.note(pipeline.sendRaw(new ProducerRecord<>(topic, "large".getBytes(UTF_8), filled(1_048_340, 'A'))));
        byte[] request = pipeline.topics()
                .requests()
                .values()
                .serializer()
                .serialize(topic, RequestBuilder.suspend().customer("victim").build("r1"));
        pipeline.note(pipeline.sendRaw(new ProducerRecord<>(topic, filled(600_000, 'k'), request)));
        pipeline.note(pipeline.sendRaw(new ProducerRecord<>(topic, "nested".getBytes(UTF_8), nested())));
        pipeline.flush();

        ask(RequestBuilder.register("link"), "after", "r1", null);

        assertThat(decisionsOf("after", 1)).hasSize(1);
        assertThat(processor.state()).isEqualTo(KafkaStreams.State.RUNNING);
        try (TopicLog<byte[]> letters =
                pipeline.followRaw(pipeline.topics().requests().deadLetters())) {
            assertThat(letters.await(3))
                    .extracting(
                            letter -> letter.headers().get(DeadLetters.REASON),
                            letter -> letter.headers().get(DeadLetters.VALUE_BYTES),
                            letter -> letter.headers().get(DeadLetters.KEY_BYTES))
                    .containsExactlyInAnyOrder(
                            tuple(DeadLetters.UNREADABLE, "1048340", null),
                            tuple(DeadLetters.FOREIGN_KEY, null, "600000"),
                            tuple(DeadLetters.UNREADABLE, null, null));
        }
    }

    /** The broker bounds a batch as it is unpacked, so a reader never has to unpack more than that. */
    @Test
    void aSmallBatchThatUnpacksToALargeOneIsRefused() {
        Map<String, Object> properties = pipeline.access().clientProperties();
        properties.put("compression.type", "zstd");
        properties.put("max.request.size", 8_000_000);
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer())) {
            ProducerRecord<byte[], byte[]> bomb = new ProducerRecord<>(
                    pipeline.topics().requests().name(), "bomb".getBytes(UTF_8), filled(5_000_000, 'A'));
            assertThatThrownBy(() -> producer.send(bomb).get())
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(RecordTooLargeException.class);
        }
    }

    @Test
    @Rule({"D1", "G4"})
    void theLargestLegalInputsAreDecided() {
        String customer = "\u4e00".repeat(128);
        List<String> charges = IntStream.range(0, 1_000)
                .mapToObj(number -> "%03d".formatted(number) + "\u4e00".repeat(197))
                .toList();
        ask(RequestBuilder.register("link"), customer, "r1", null);
        decisionsOf(customer, 1);
        RequestBuilder request = RequestBuilder.add("000" + "\u4e00".repeat(125), 1);
        for (int line = 1; line < 200; line++) {
            request = request.andAdd("%03d".formatted(line) + "\u4e00".repeat(125), 1);
        }
        ask(request, customer, "\u4e00".repeat(128), null);
        pipeline.note(pipeline.send(
                pipeline.topics().settlements(),
                customer,
                new Settlement("\u4e00".repeat(128), customer, charges, SettlementOutcome.PAID),
                null));
        pipeline.flush();

        assertThat(decisionsOf(customer, 3))
                .extracting(Entry::value)
                .extracting(decision -> decision.reasons().size())
                .containsExactlyInAnyOrder(0, 200, 1_000);
    }

    /** What a decision makes of a customer is also written there. */
    @Test
    void theChangelogsTakeWhatTheOutputsTake() throws Exception {
        List<ConfigResource> changelogs = pipeline.admin().listTopics().names().get().stream()
                .filter(name -> name.endsWith("-changelog"))
                .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
                .toList();

        assertThat(changelogs).hasSize(3);
        assertThat(pipeline.admin().describeConfigs(changelogs).all().get().values())
                .extracting(config -> config.get("max.message.bytes").value())
                .containsOnly("4194304");
    }

    /** As a client that places keys by CRC32 beside one that uses murmur2. */
    @Test
    @Rule({"D1", "D3", "G1", "T1"})
    void aCustomerWhoseRecordsComeInTwoPartitionsIsOneCustomer() {
        String customer = "split";
        int right = KeyPartitioner.partitionOf(customer, PARTITIONS);
        int wrong = (right + 3) % PARTITIONS;
        ask(RequestBuilder.register("link").with("cloud", 1), customer, "r1", wrong);
        decisionsOf(customer, 1);
        ask(RequestBuilder.register("link").with("cloud", 1), customer, "r1", right);
        ask(RequestBuilder.add("link-garcom", 1).accepting(100_000), customer, "r2", right);
        List<String> charges = chargesOf(customer, 3).stream()
                .map(charge -> charge.value().chargeId())
                .toList();
        pipeline.note(pipeline.send(
                pipeline.topics().settlements(),
                wrong,
                customer,
                new Settlement("s1", customer, charges, SettlementOutcome.PAID),
                null));
        pipeline.flush();

        assertThat(decisionsOf(customer, 4))
                .extracting(Entry::value)
                .extracting(Decision::causeId, Decision::outcome, Decision::duplicate, Decision::revisionAfter)
                .containsExactly(
                        tuple("r1", Outcome.APPLIED, false, 1L),
                        tuple("r1", Outcome.APPLIED, true, 1L),
                        tuple("r2", Outcome.APPLIED, false, 2L),
                        tuple("s1", Outcome.APPLIED, false, 3L));
        assertThat(charges).doesNotHaveDuplicates().hasSize(3);
        try (TopicLog<byte[]> requests =
                pipeline.followRaw(pipeline.topics().requests().name())) {
            assertThat(requests.await(read -> of(customer, read).size() >= 4))
                    .filteredOn(entry -> entry.key().equals(customer))
                    .extracting(entry -> String.valueOf(entry.headers().get("redirected-from")))
                    .filteredOn(from -> from.startsWith("licensing.requests-" + wrong + "@"))
                    .hasSize(1);
        }
    }

    private static void ask(RequestBuilder request, String customer, String id, Integer partition) {
        Request built = request.customer(customer).build(id);
        Pipeline.settled(pipeline.send(pipeline.topics().requests(), partition, customer, built, null));
    }

    private static byte[] filled(int bytes, char with) {
        byte[] filled = new byte[bytes];
        Arrays.fill(filled, (byte) with);
        return filled;
    }

    /** Written with a schema that contains itself, 50,000 levels deep. */
    private static byte[] nested() {
        int id = SchemaRegistry.of(pipeline.access().registry()).register("somebody-elses", """
                {"type":"record","name":"LicenseRequest","namespace":"dev.licenseflow.schema","fields":[
                 {"name":"inner","type":["null","LicenseRequest"]}]}""");
        byte[] value = filled(50_006, (char) 2);
        ByteBuffer.wrap(value).put((byte) 0).putInt(id);
        value[value.length - 1] = 0;
        return value;
    }

    private static List<Entry<Decision>> decisionsOf(String customer, int count) {
        try (TopicLog<Decision> log = pipeline.follow(pipeline.topics().decisions())) {
            return of(customer, log.await(read -> of(customer, read).size() >= count));
        }
    }

    private static List<Entry<Charge>> chargesOf(String customer, int count) {
        try (TopicLog<Charge> log = pipeline.follow(pipeline.topics().charges())) {
            return of(customer, log.await(read -> of(customer, read).size() >= count));
        }
    }

    private static <V> List<Entry<V>> of(String customer, List<Entry<V>> entries) {
        return entries.stream().filter(entry -> entry.key().equals(customer)).toList();
    }
}
