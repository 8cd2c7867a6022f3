package dev.licenseflow.cli.client;

import dev.licenseflow.domain.request.Settlement;
import dev.licenseflow.messaging.json.SettlementLine;
import dev.licenseflow.messaging.publishing.KafkaAccess;
import dev.licenseflow.messaging.topic.LicensingTopics;
import dev.licenseflow.messaging.topic.Topic;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Publishes lines of input, one after the other and not faster than it is told to. */
final class Sender implements AutoCloseable {

    private final LicensingTopics topics;
    private final OpenCharges openCharges;
    private final Unanswered unanswered;
    private final OptionalInt perSecond;
    private final KafkaProducer<String, byte[]> producer;
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
    private final AtomicLong sent = new AtomicLong();
    private final long begun = System.nanoTime();

    /** @param perSecond the most lines in a second; as fast as answers allow if empty */
    Sender(KafkaAccess access, Unanswered unanswered, OptionalInt perSecond) {
        this.topics = LicensingTopics.of(access.registry());
        this.openCharges = new OpenCharges(access, topics);
        this.unanswered = unanswered;
        this.perSecond = perSecond;
        Map<String, Object> properties = access.clientProperties();
        properties.put("acks", "all");
        properties.put("enable.idempotence", "true");
        properties.put("linger.ms", "5");
        properties.put("compression.type", "lz4");
        this.producer = new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer());
    }

    /** Publishes a line; what names all open charges waits for the answers to what was sent for its customer before. */
    void send(SendLine line) throws InterruptedException {
        pause();
        if (line.settlement().filter(SettlementLine::namesAllOpenCharges).isPresent()) {
            unanswered.awaitNoneOf(line.customerId());
        }
        unanswered.add(line.cause());
        String key = line.key().orElse(line.customerId());
        line.request().ifPresent(request -> publish(topics.requests(), key, request));
        line.settlement().ifPresent(settlement -> publish(topics.settlements(), key, resolved(settlement)));
        sent.incrementAndGet();
    }

    long sent() {
        return sent.get();
    }

    /** The first failure of the producer, if there was one. */
    @Nullable
    Exception failure() {
        return failure.get();
    }

    @Override
    public void close() {
        producer.close();
    }

    private Settlement resolved(SettlementLine line) {
        return line.toSettlement(line.namesAllOpenCharges() ? openCharges.of(line.customerId()) : List.of());
    }

    private <V> void publish(Topic<String, V> topic, String key, V value) {
        byte[] bytes = topic.values().serializer().serialize(topic.name(), value);
        // Failures come to the callback.
        Future<RecordMetadata> unused =
                producer.send(new ProducerRecord<>(topic.name(), key, bytes), (place, wrong) -> {
                    if (wrong != null) {
                        failure.compareAndSet(null, wrong);
                    }
                });
    }

    /** Due times are counted from the begin, so that waiting too long once is made up for. */
    private void pause() throws InterruptedException {
        if (perSecond.isEmpty()) {
            return;
        }
        long due = begun + sent.get() * 1_000_000_000L / perSecond.getAsInt();
        long wait = (due - System.nanoTime()) / 1_000_000;
        if (wait > 0) {
            Thread.sleep(wait);
        }
    }
}
