package dev.licenseflow.system.ledger;

import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import dev.licenseflow.messaging.publishing.KafkaAccess;
import dev.licenseflow.messaging.publishing.SchemaPublisher;
import dev.licenseflow.messaging.topic.LicensingTopics;
import dev.licenseflow.messaging.topic.Topic;
import dev.licenseflow.messaging.topic.TopicProvisioner;
import dev.licenseflow.postgres.EmbeddedDatabase;
import dev.licenseflow.registry.RegistryServer;
import dev.licenseflow.standalone.broker.BrokerSettings;
import dev.licenseflow.standalone.broker.EmbeddedBroker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Broker, registry and database for one test class, with two partitions and all topics. */
final class Platform implements AutoCloseable {

    private static final int PARTITIONS = 2;
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final int SESSION_MILLIS = 300_000;

    /** The instance id of the ledger; its threads have suffixes to it. */
    static final String INSTANCE = "ledger";

    private final EmbeddedBroker broker;
    private final RegistryServer registry;
    private final EmbeddedDatabase postgres;
    private final HikariDataSource source = new HikariDataSource();
    final KafkaAccess access;
    final LicensingTopics topics;

    private Platform(Path folder) {
        broker = EmbeddedBroker.start(
                folder.resolve("broker"),
                BrokerSettings.onFreePorts()
                        .with("offsets.topic.num.partitions", "1")
                        .with("transaction.state.log.num.partitions", "1"));
        registry = RegistryServer.start(folder.resolve("schemas.jsonl"), BrokerSettings.LOOPBACK, 0);
        postgres = EmbeddedDatabase.start(folder.resolve("postgres"), 0);
        access = KafkaAccess.of(broker.bootstrapServers(), registry.url());
        topics = LicensingTopics.of(access.registry());
        source.setJdbcUrl(postgres.url());
        source.setUsername(EmbeddedDatabase.USER);
        source.setMaximumPoolSize(4);
    }

    static Platform start(Path folder) {
        Platform platform = new Platform(folder);
        try (Admin admin = Admin.create(platform.access.clientProperties())) {
            new TopicProvisioner(admin, 1, TIMEOUT).provision(LicensingTopics.specs(PARTITIONS));
        }
        SchemaPublisher.publish(platform.access);
        return platform;
    }

    HikariDataSource source() {
        return source;
    }

    JdbcClient database() {
        return JdbcClient.create(source);
    }

    long number(String sql) {
        return database().sql(sql).query(Long.class).single();
    }

    /**
     * Starts a ledger, always the same instance. After a kill its group misses it only after five minutes, longer than any test
     * waits: it goes on before that as it comes back under its instance id, or not at all.
     */
    LedgerProcess startLedger(String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "--spring.main.banner-mode=off",
                "--licenseflow.instance-id=" + INSTANCE,
                "--licenseflow.client[session.timeout.ms]=" + SESSION_MILLIS,
                "--licenseflow.bootstrap-servers=" + access.bootstrapServers(),
                "--licenseflow.registry[schema.registry.url]=" + registry.url(),
                "--licenseflow.database.url=" + postgres.url(),
                "--licenseflow.database.user=" + EmbeddedDatabase.USER));
        arguments.addAll(List.of(more));
        return LedgerProcess.start(arguments);
    }

    /**
     * Joins the ledger's group as it does itself and remains a member, without a sign of life from then on, as after a kill.
     *
     * @param own further properties of the consumer
     */
    void joinAndDie(String group, Map<String, String> own) {
        Map<String, Object> properties = access.clientProperties();
        properties.put("group.id", group);
        properties.put("session.timeout.ms", SESSION_MILLIS);
        properties.putAll(own);
        KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        try {
            consumer.subscribe(List.of(topics.charges().name()));
            await().atMost(Duration.ofSeconds(90)).until(() -> {
                consumer.poll(Duration.ofMillis(100));
                return consumer.groupMetadata().generationId() > 0;
            });
        } finally {
            consumer.close(CloseOptions.groupMembershipOperation(GroupMembershipOperation.REMAIN_IN_GROUP));
        }
    }

    GroupState groupState(String group) {
        try (Admin admin = Admin.create(access.clientProperties())) {
            return done(admin.describeConsumerGroups(List.of(group)).all())
                    .get(group)
                    .groupState();
        }
    }

    /** Has the group forget all of its members; the living ones join again. */
    void removeMembers(String group) {
        try (Admin admin = Admin.create(access.clientProperties())) {
            done(admin.removeMembersFromConsumerGroup(group, new RemoveMembersFromConsumerGroupOptions())
                    .all());
        }
    }

    private static <T> T done(Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Writes values, and returns when they are there. */
    <V> void produce(Topic<String, V> topic, List<V> values, Function<V, String> key) {
        try (KafkaProducer<String, V> producer = new KafkaProducer<>(
                access.clientProperties(),
                topic.keys().serializer(),
                topic.values().serializer())) {
            List<Future<RecordMetadata>> sent = values.stream()
                    .map(value -> producer.send(new ProducerRecord<>(topic.name(), key.apply(value), value)))
                    .toList();
            sent.forEach(Platform::done);
        }
    }

    /** All that is committed on a topic by now, partition by partition. */
    <V> List<V> committed(Topic<String, V> topic) {
        Map<String, Object> properties = access.clientProperties();
        properties.put("isolation.level", "read_committed");
        List<V> values = new ArrayList<>();
        try (KafkaConsumer<String, V> consumer = new KafkaConsumer<>(
                properties, topic.keys().deserializer(), topic.values().deserializer())) {
            for (int partition = 0; partition < PARTITIONS; partition++) {
                TopicPartition read = new TopicPartition(topic.name(), partition);
                consumer.assign(List.of(read));
                consumer.seekToBeginning(List.of(read));
                long end = consumer.endOffsets(List.of(read)).get(read);
                while (consumer.position(read) < end) {
                    for (ConsumerRecord<String, V> record : consumer.poll(Duration.ofMillis(100))) {
                        values.add(record.value());
                    }
                }
            }
        }
        return values;
    }

    @Override
    public void close() {
        source.close();
        postgres.close();
        registry.close();
        broker.close();
    }
}
