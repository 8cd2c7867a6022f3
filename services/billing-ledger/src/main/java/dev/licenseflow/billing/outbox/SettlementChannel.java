package dev.licenseflow.billing.outbox;

import dev.licenseflow.domain.request.Settlement;
import dev.licenseflow.messaging.publishing.ClientClosing;
import dev.licenseflow.messaging.publishing.KafkaAccess;
import dev.licenseflow.messaging.topic.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;

/**
 * Writes settlements in Kafka transactions. To open it fences every earlier one, of this process or another: what they had
 * begun is then either committed or aborted for good, and none of them can commit anything more. Any failure leaves open
 * what was written, so the channel is to be closed then, and the topic to be read.
 */
final class SettlementChannel implements AutoCloseable {

    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

    private final Topic<String, Settlement> topic;
    private final KafkaProducer<String, Settlement> producer;

    private SettlementChannel(Topic<String, Settlement> topic, KafkaProducer<String, Settlement> producer) {
        this.topic = topic;
        this.producer = producer;
    }

    static SettlementChannel open(KafkaAccess access, Topic<String, Settlement> topic, RelaySettings settings) {
        Map<String, Object> properties = access.clientProperties();
        properties.put("client.id", settings.transactionalId());
        properties.put("transactional.id", settings.transactionalId());
        properties.put("acks", "all");
        properties.put("compression.type", "lz4");
        properties.put("max.block.ms", 30_000);
        properties.put("delivery.timeout.ms", 30_000);
        properties.put("request.timeout.ms", 10_000);
        properties.put("transaction.timeout.ms", 30_000);
        KafkaProducer<String, Settlement> producer = new KafkaProducer<>(
                properties, topic.keys().serializer(), topic.values().serializer());
        try {
            producer.initTransactions();
            return new SettlementChannel(topic, producer);
        } catch (RuntimeException e) {
            producer.close(Duration.ZERO);
            throw e;
        }
    }

    /** Writes all of the entries or none, in their order, and says where they stand. */
    List<PublishedEntry> publish(List<OutboxEntry> entries) throws InterruptedException {
        producer.beginTransaction();
        List<Future<RecordMetadata>> sent = new ArrayList<>(entries.size());
        for (OutboxEntry entry : entries) {
            Settlement settlement = entry.settlement();
            sent.add(producer.send(new ProducerRecord<>(topic.name(), settlement.customerId(), settlement)));
        }
        producer.commitTransaction();
        List<PublishedEntry> published = new ArrayList<>(entries.size());
        for (int i = 0; i < entries.size(); i++) {
            RecordMetadata where = place(sent.get(i));
            published.add(new PublishedEntry(entries.get(i).seq(), where.partition(), where.offset()));
        }
        return published;
    }

    private static RecordMetadata place(Future<RecordMetadata> sent) throws InterruptedException {
        try {
            return sent.get();
        } catch (ExecutionException e) {
            throw new KafkaException("A settlement of a committed transaction was not written", e);
        }
    }

    @Override
    public void close() {
        ClientClosing.uninterrupted(() -> producer.close(CLOSE_TIMEOUT));
    }
}
