package dev.licenseflow.system.clients;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licenseflow.domain.decision.Decision;
import dev.licenseflow.messaging.publishing.KafkaAccess;
import dev.licenseflow.messaging.topic.LicensingTopics;
import dev.licenseflow.messaging.topic.Topic;
import dev.licenseflow.standalone.pipeline.ServerPorts;
import dev.licenseflow.standalone.pipeline.Standalone;
import dev.licenseflow.standalone.pipeline.StandaloneSettings;
import dev.licenseflow.system.TopicLog;
import dev.licenseflow.system.TopicLog.Entry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A pipeline as {@code up} starts it, and how a test and the clients that are not ours speak to it. */
final class ClientPipeline implements AutoCloseable {

    private final Standalone.Running running;
    private final KafkaAccess access;
    private final LicensingTopics topics;
    private final ForeignClients clients;

    private ClientPipeline(Path folder, Standalone.Running running) {
        this.running = running;
        this.access = KafkaAccess.of(
                running.addresses().bootstrapServers(), running.addresses().registryUrl());
        this.topics = LicensingTopics.of(access.registry());
        this.clients = new ForeignClients(folder);
    }

    static ClientPipeline start(Path folder) {
        StandaloneSettings settings = new StandaloneSettings(
                folder.resolve("data"),
                "127.0.0.1",
                "127.0.0.1",
                ServerPorts.FREE,
                false,
                Optional.empty(),
                Optional.empty());
        return new ClientPipeline(folder, Standalone.start(settings, progress -> {}));
    }

    LicensingTopics topics() {
        return topics;
    }

    /** Runs a program that takes the bootstrap servers and more. */
    ForeignClients.Ran runOnBroker(String program, String... more) throws Exception {
        return clients.run(program, "", arguments(List.of(access.bootstrapServers()), more));
    }

    /** Runs a program that takes the registry and more. */
    ForeignClients.Ran runOnRegistry(String program, String... more) throws Exception {
        return clients.run(program, "", arguments(List.of(running.addresses().registryUrl()), more));
    }

    /** Runs a program that takes the bootstrap servers, the registry and more. */
    ForeignClients.Ran run(String program, String... more) throws Exception {
        return clients.run(
                program,
                "",
                arguments(List.of(access.bootstrapServers(), running.addresses().registryUrl()), more));
    }

    private static String[] arguments(List<String> servers, String... more) {
        List<String> arguments = new ArrayList<>(servers);
        arguments.addAll(List.of(more));
        return arguments.toArray(String[]::new);
    }

    /** As Java clients send, to the partition of the key by murmur2. */
    <V> RecordMetadata send(Topic<String, V> topic, String key, V value) throws Exception {
        try (KafkaProducer<String, V> producer = new KafkaProducer<>(
                access.clientProperties(),
                topic.keys().serializer(),
                topic.values().serializer())) {
            return producer.send(new ProducerRecord<>(topic.name(), key, value)).get();
        }
    }

    /** As a Python client sends that sets no partitioner: to the partition of the key by CRC32. */
    <V> JsonNode sendFromPython(Topic<String, V> topic, String key, V value, Map<String, String> headers)
            throws Exception {
        return sendFromPython(topic.name(), Map.of(), new Message(key, bytes(topic, value), headers));
    }

    /** Sends a record and returns where it is, or why it was refused. */
    JsonNode sendFromPython(String topic, Map<String, String> properties, Message message) throws Exception {
        String line = JsonMapper.shared()
                .writeValueAsString(Map.of(
                        "key",
                        message.key(),
                        "headers",
                        message.headers(),
                        "value",
                        Base64.getEncoder().encodeToString(message.value())));
        List<String> arguments = new ArrayList<>(List.of(access.bootstrapServers(), topic));
        properties.forEach((name, value) -> arguments.add(name + "=" + value));
        return clients.run("send.py", line + "\n", arguments.toArray(String[]::new))
                .lastLine();
    }

    <V> byte[] bytes(Topic<String, V> topic, V value) {
        return topic.values().serializer().serialize(topic.name(), value);
    }

    List<Entry<Decision>> decisionsOf(String customer, int count) {
        return recordsOf(topics.decisions(), customer, count);
    }

    /** A customer's records in their order, once there are as many; more are in it as well. */
    <V> List<Entry<V>> recordsOf(Topic<String, V> topic, String customer, int count) {
        try (TopicLog<V> log =
                new TopicLog<>(access, topic.name(), topic.values().deserializer())) {
            log.await(read -> {
                assertThat(running.failure()).isEmpty();
                return of(customer, read).size() >= count;
            });
            return of(customer, log.toEnd());
        }
    }

    /** The first dead letter of what stood there. */
    Entry<byte[]> deadLetterOf(String topic, int partition, long offset) {
        Map<String, String> place = Map.of(
                "dlq-topic", topic, "dlq-partition", Integer.toString(partition), "dlq-offset", Long.toString(offset));
        try (TopicLog<byte[]> log = new TopicLog<>(access, topic + ".dlq", (name, bytes) -> bytes)) {
            List<Entry<byte[]>> letters =
                    log.await(read -> !standingAt(place, read).isEmpty());
            return standingAt(place, letters).get(0);
        }
    }

    private static List<Entry<byte[]>> standingAt(Map<String, String> place, List<Entry<byte[]>> letters) {
        return letters.stream()
                .filter(letter -> letter.headers().entrySet().containsAll(place.entrySet()))
                .toList();
    }

    private static <V> List<Entry<V>> of(String customer, List<Entry<V>> entries) {
        return entries.stream().filter(entry -> entry.key().equals(customer)).toList();
    }

    @Override
    public void close() {
        running.close();
    }

    /** A record to be sent. */
    @SuppressWarnings("ArrayRecordComponent") // Messages are not compared.
    record Message(String key, byte[] value, Map<String, String> headers) {}
}
