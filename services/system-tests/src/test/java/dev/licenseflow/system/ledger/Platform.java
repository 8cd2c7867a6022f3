package dev.licenseflow.system.ledger;

import com.zaxxer.hikari.HikariDataSource;
import dev.licenseflow.billing.spring.LedgerApplication;
import dev.licenseflow.messaging.publishing.KafkaAccess;
import dev.licenseflow.messaging.publishing.SchemaPublisher;
import dev.licenseflow.messaging.topic.LicensingTopicSpecs;
import dev.licenseflow.messaging.topic.LicensingTopics;
import dev.licenseflow.messaging.topic.Topic;
import dev.licenseflow.messaging.topic.TopicProvisioner;
import dev.licenseflow.postgres.ChildJvm;
import dev.licenseflow.postgres.EmbeddedDatabase;
import dev.licenseflow.standalone.broker.BrokerSettings;
import dev.licenseflow.standalone.broker.EmbeddedBroker;
import dev.licenseflow.standalone.registry.RegistryServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Broker, registry and database for one test class, with two partitions and all topics. */
final class Platform implements AutoCloseable {

    private static final int PARTITIONS = 2;
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

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
            new TopicProvisioner(admin, 1, TIMEOUT).provision(new LicensingTopicSpecs(PARTITIONS).all());
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

    /** A ledger in a process of its own, to be killed; of what it is told, the last wins. */
    ChildJvm startLedger(String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--spring.main.banner-mode=off",
                // A killed ledger is missed after the shortest time that the broker allows.
                "--licenseflow.client[session.timeout.ms]=6000",
                "--licenseflow.bootstrap-servers=" + access.bootstrapServers(),
                "--licenseflow.registry[schema.registry.url]=" + registry.url(),
                "--licenseflow.database.url=" + postgres.url(),
                "--licenseflow.database.user=" + EmbeddedDatabase.USER));
        arguments.addAll(List.of(more));
        return ChildJvm.start(LedgerApplication.class, arguments.toArray(String[]::new));
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
            for (Future<RecordMetadata> record : sent) {
                record.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
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
