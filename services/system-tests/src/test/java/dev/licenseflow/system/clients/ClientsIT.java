package dev.licenseflow.system.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.licenseflow.domain.decision.Decision;
import dev.licenseflow.domain.fixture.RequestBuilder;
import dev.licenseflow.messaging.publishing.KafkaAccess;
import dev.licenseflow.messaging.topic.LicensingTopics;
import dev.licenseflow.messaging.topic.Topic;
import dev.licenseflow.standalone.pipeline.ServerPorts;
import dev.licenseflow.standalone.pipeline.Standalone;
import dev.licenseflow.standalone.pipeline.StandaloneSettings;
import dev.licenseflow.system.TopicLog;
import dev.licenseflow.system.TopicLog.Entry;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** One pipeline, as {@code up} starts it, and the programs of docs/clients.md against it, each with a customer of its own. */
@Timeout(600)
class ClientsIT {

    @TempDir
    private static Path temp;

    private static Standalone.Running pipeline;
    private static KafkaAccess access;
    private static LicensingTopics topics;
    private static ForeignClients clients;

    @BeforeAll
    static void start() {
        pipeline = Standalone.start(
                new StandaloneSettings(
                        temp.resolve("data"),
                        "127.0.0.1",
                        "127.0.0.1",
                        ServerPorts.FREE,
                        false,
                        Optional.empty(),
                        Optional.empty()),
                progress -> {});
        access = KafkaAccess.of(
                pipeline.addresses().bootstrapServers(), pipeline.addresses().registryUrl());
        topics = LicensingTopics.of(access.registry());
        clients = new ForeignClients(temp);
    }

    @AfterAll
    static void stop() {
        pipeline.close();
    }

    @ParameterizedTest
    @CsvSource({
        "PublishRequest.java, ReadDecisions.java",
        "publish.py, read.py",
        "publish.mjs, read.mjs",
    })
    void aRequestIsSentToItsCustomersPartitionDecidedReadAndSentAgainForTheSameAnswer(String publish, String read)
            throws Exception {
        String customer = Partitions.customerThatPartitionersDisagreeOn(publish);
        JsonNode sent = run(publish, customer, "r1").lastLine();
        JsonNode decision = run(read, customer, "r1").lastLine();
        JsonNode again = run(publish, customer, "r1").lastLine();
        JsonNode repeated = run(read, customer, "r1").lastLine();

        assertThat(List.of(sent, again))
                .extracting(record -> record.get("partition").intValue())
                .containsOnly(Partitions.murmur2(customer));
        assertThat(decision.get("customerId").stringValue()).isEqualTo(customer);
        assertThat(decision.get("outcome").stringValue()).isEqualTo("APPLIED");
        assertThat(decision.get("chargeIds"))
                .as("every field of the request arrived")
                .extracting(JsonNode::stringValue)
                .satisfiesExactly(
                        cloud -> assertThat(cloud).endsWith(":r1:cloud"),
                        link -> assertThat(link).endsWith(":r1:link"));
        assertThat(decision.get("duplicate").booleanValue()).isFalse();
        assertThat(repeated.get("duplicate").booleanValue()).isTrue();
        assertThat(repeated.get("chargeIds")).isEqualTo(decision.get("chargeIds"));
    }

    @Test
    void kcatSendsARecordAgainAsItIs() throws Exception {
        String customer = Partitions.customerThatPartitionersDisagreeOn("kcat");
        RecordMetadata sent = send(
                topics.requests(),
                customer,
                RequestBuilder.register("link").customer(customer).build("r1"));
        ForeignClients.Ran resent = clients.run(
                "resend.sh",
                "",
                access.bootstrapServers(),
                sent.topic(),
                Integer.toString(sent.partition()),
                Long.toString(sent.offset()),
                sent.topic());

        assertThat(resent.status()).as("%s", resent.errors()).isZero();
        assertThat(decisionsOf(customer, 2))
                .extracting(
                        Entry::partition,
                        entry -> entry.value().causeId(),
                        entry -> entry.value().duplicate())
                .containsExactly(tuple(sent.partition(), "r1", false), tuple(sent.partition(), "r1", true));
    }

    private static ForeignClients.Ran run(String program, String customer, String requestId) throws Exception {
        return clients.run(
                program, "", access.bootstrapServers(), pipeline.addresses().registryUrl(), customer, requestId);
    }

    /** As Java clients do, to the partition of the key by murmur2. */
    private static <V> RecordMetadata send(Topic<String, V> topic, String key, V value) throws Exception {
        try (KafkaProducer<String, V> producer = new KafkaProducer<>(
                access.clientProperties(),
                topic.keys().serializer(),
                topic.values().serializer())) {
            return producer.send(new ProducerRecord<>(topic.name(), key, value)).get();
        }
    }

    private static List<Entry<Decision>> decisionsOf(String customer, int count) {
        try (TopicLog<Decision> log = follow(topics.decisions())) {
            log.await(read -> of(customer, read).size() >= count);
            return of(customer, log.entries());
        }
    }

    private static <V> TopicLog<V> follow(Topic<String, V> topic) {
        return new TopicLog<>(access, topic.name(), topic.values().deserializer());
    }

    private static <V> List<Entry<V>> of(String customer, List<Entry<V>> entries) {
        return entries.stream().filter(entry -> entry.key().equals(customer)).toList();
    }
}
