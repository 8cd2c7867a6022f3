package dev.licenseflow.system;

import dev.licenseflow.domain.catalog.CatalogVersion;
import dev.licenseflow.domain.simulation.Input;
import dev.licenseflow.messaging.publishing.KafkaAccess;
import dev.licenseflow.messaging.publishing.SchemaPublisher;
import dev.licenseflow.messaging.topic.LicensingTopics;
import dev.licenseflow.messaging.topic.Topic;
import dev.licenseflow.messaging.topic.TopicProvisioner;
import dev.licenseflow.messaging.topic.TopicSpec;
import dev.licenseflow.processor.processor.ProcessorSettings;
import dev.licenseflow.processor.streams.LicenseProcessor;
import dev.licenseflow.processor.streams.ProcessorConnection;
import dev.licenseflow.processor.streams.StreamsProperties;
import dev.licenseflow.standalone.broker.BrokerSettings;
import dev.licenseflow.standalone.broker.EmbeddedBroker;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.StreamsGroupMemberDescription;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.streams.KafkaStreams;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/**
 * A broker and a registry of a test's own, with the topics of the contract on them. Processors are started by the test,
 * as often as it needs them.
 */
final class Pipeline implements AutoCloseable {

    static final int PARTITIONS = LicensingTopics.DEFAULT_PARTITIONS;

    /** Longer than anything takes that works, on a machine busy with other things. */
    static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Path folder;
    private final EmbeddedBroker broker;
    private final Registry registry;
    private final KafkaAccess access;
    private final LicensingTopics topics;
    private final Admin admin;
    private final Producer<byte[], byte[]> producer;
    private final Queue<Future<RecordMetadata>> underWay = new ConcurrentLinkedQueue<>();

    private Pipeline(Path folder, Registry registry, Map<String, String> brokerSettings) {
        this.folder = folder;
        this.registry = registry;
        // A killed processor's partitions are given to the next one after this time, so it is short.
        BrokerSettings settings = BrokerSettings.onFreePorts()
                .with("group.streams.min.session.timeout.ms", "3000")
                .with("group.streams.session.timeout.ms", "4000")
                .with("group.streams.min.heartbeat.interval.ms", "500")
                .with("group.streams.heartbeat.interval.ms", "500");
        for (Map.Entry<String, String> setting : brokerSettings.entrySet()) {
            settings = settings.with(setting.getKey(), setting.getValue());
        }
        this.broker = EmbeddedBroker.start(folder.resolve("data"), settings);
        this.access = KafkaAccess.of(broker.bootstrapServers(), registry.url());
        this.topics = LicensingTopics.of(access.registry());
        this.admin = Admin.create(access.clientProperties());
        Map<String, Object> properties = access.clientProperties();
        properties.put("acks", "all");
        properties.put("linger.ms", 1);
        // The first batch to a topic that was just made may be refused; the second must not be let in before it.
        properties.put("max.in.flight.requests.per.connection", 1);
        this.producer = new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Without any topic. */
    static Pipeline empty(Path folder) {
        return empty(folder, Registry.ours(folder.resolve("schemas.jsonl")));
    }

    /** Without any topic, and with a registry that is stopped together with it. */
    static Pipeline empty(Path folder, Registry registry) {
        return new Pipeline(folder, registry, Map.of());
    }

    /** As it is deployed: the broker gives each record its time. */
    static Pipeline start(Path folder) {
        return start(folder, Map.of());
    }

    /** The same with further settings of the broker. */
    static Pipeline start(Path folder, Map<String, String> brokerSettings) {
        Pipeline pipeline = new Pipeline(folder, Registry.ours(folder.resolve("schemas.jsonl")), brokerSettings);
        pipeline.provision(LicensingTopics.specs(PARTITIONS));
        return pipeline;
    }

    /**
     * As deployed, but that the times of records are the producers': a test can write what was written before a month
     * began, and nothing is too old to be kept.
     */
    static Pipeline withTimesOfTheTest(Path folder) {
        Pipeline pipeline = empty(folder);
        pipeline.provision(LicensingTopics.specs(PARTITIONS).stream()
                .map(spec -> new TopicSpec(
                        spec.name(),
                        spec.partitions(),
                        spec.cleanup(),
                        Optional.empty(),
                        TimestampType.CREATE_TIME,
                        spec.maxMessageBytes(),
                        spec.unpacked()))
                .toList());
        return pipeline;
    }

    void provision(List<TopicSpec> specs) {
        new TopicProvisioner(admin, 1, Duration.ofSeconds(30)).provision(specs);
        SchemaPublisher.publish(access);
    }

    KafkaAccess access() {
        return access;
    }

    LicensingTopics topics() {
        return topics;
    }

    Admin admin() {
        return admin;
    }

    ProcessorConnection connection(String instance, Map<String, String> overrides) {
        return new ProcessorConnection(
                access.bootstrapServers(), access.registry(), "", PARTITIONS, stateDirectory(instance), 1, overrides);
    }

    Path stateDirectory(String instance) {
        return folder.resolve("state-" + instance);
    }

    /** A processor in this JVM, by the system's clock. */
    LicenseProcessor startProcessor(String instance) {
        return startProcessor(instance, ProcessorSettings.DEFAULT, Time.SYSTEM);
    }

    /** A processor in this JVM; returns when it runs. */
    LicenseProcessor startProcessor(String instance, ProcessorSettings settings, Time clock) {
        return startProcessor(instance, settings, clock, Map.of());
    }

    LicenseProcessor startProcessor(
            String instance, ProcessorSettings settings, Time clock, Map<String, String> overrides) {
        LicenseProcessor processor = LicenseProcessor.of(connection(instance, overrides), settings, clock, state -> {});
        processor.start();
        Awaitility.await().atMost(PATIENCE).until(() -> processor.state() == KafkaStreams.State.RUNNING);
        return processor;
    }

    /** Partitions that each member of the processor's group works on, the smallest number first. */
    List<Integer> shares() throws ExecutionException, InterruptedException {
        return members().stream().map(Pipeline::share).sorted().toList();
    }

    Collection<StreamsGroupMemberDescription> members() throws ExecutionException, InterruptedException {
        return admin.describeStreamsGroups(List.of(StreamsProperties.APPLICATION_ID))
                .all()
                .get()
                .get(StreamsProperties.APPLICATION_ID)
                .members();
    }

    private static int share(StreamsGroupMemberDescription member) {
        return member.assignment().activeTasks().stream()
                .mapToInt(tasks -> tasks.partitions().size())
                .sum();
    }

    void publish(CatalogVersion catalog, @Nullable Instant at) {
        settled(send(topics.catalog(), Integer.toString(catalog.version()), catalog, at));
    }

    /** A request or settlement; without a time, the broker gives it one. */
    Future<RecordMetadata> send(Input input, @Nullable Instant at) {
        if (input instanceof Input.Asked asked) {
            return send(topics.requests(), asked.request().customerId(), asked.request(), at);
        }
        Input.Settled settled = (Input.Settled) input;
        return send(topics.settlements(), settled.settlement().customerId(), settled.settlement(), at);
    }

    <V> Future<RecordMetadata> send(Topic<String, V> topic, String key, V value, @Nullable Instant at) {
        return send(topic, null, key, value, at);
    }

    <V> Future<RecordMetadata> send(
            Topic<String, V> topic, @Nullable Integer partition, String key, V value, @Nullable Instant at) {
        return producer.send(new ProducerRecord<>(
                topic.name(),
                partition,
                at == null ? null : at.toEpochMilli(),
                topic.keys().serializer().serialize(topic.name(), key),
                topic.values().serializer().serialize(topic.name(), value)));
    }

    Future<RecordMetadata> sendRaw(ProducerRecord<byte[], byte[]> record) {
        return producer.send(record);
    }

    /** Something that was sent, and may have failed: the next flush tells. */
    void note(Future<RecordMetadata> record) {
        underWay.add(record);
    }

    /** Waits for all that was noted. */
    void flush() {
        producer.flush();
        for (Future<RecordMetadata> record = underWay.poll(); record != null; record = underWay.poll()) {
            settled(record);
        }
    }

    static RecordMetadata settled(Future<RecordMetadata> sent) {
        try {
            return sent.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** All committed records of a topic, from its begin on. */
    <V> TopicLog<V> follow(Topic<String, V> topic) {
        return new TopicLog<>(access, topic.name(), topic.values().deserializer());
    }

    /** The same, with null for what cannot be decoded. */
    <V> TopicLog<V> followReadable(Topic<String, V> topic) {
        return new TopicLog<>(access, topic.name(), (name, bytes) -> {
            try {
                return topic.values().deserializer().deserialize(name, bytes);
            } catch (SerializationException unreadable) {
                return null;
            }
        });
    }

    /** The same for a topic whose values are of any kind. */
    TopicLog<byte[]> followRaw(String topic) {
        return new TopicLog<>(access, topic, (name, bytes) -> bytes);
    }

    @Override
    public void close() {
        producer.close();
        admin.close();
        registry.close();
        // In a thread of its own: a broker that hangs must not hide why a test failed.
        CompletableFuture.runAsync(broker::close)
                .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .join();
    }
}
