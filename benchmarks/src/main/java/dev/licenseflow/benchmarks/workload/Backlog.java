package dev.licenseflow.benchmarks.workload;

import dev.licenseflow.domain.request.Request;
import dev.licenseflow.messaging.publishing.KafkaAccess;
import dev.licenseflow.messaging.topic.LicensingTopics;
import dev.licenseflow.messaging.topic.Topic;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;

/** Writes the requests onto their topic before any application runs, with the serdes that a portal uses. */
public final class Backlog {

    private Backlog() {}

    /** Returns when the broker has all of them, with the decisions that have to come out. */
    public static Answers write(KafkaAccess access, RequestMix mix) {
        Topic<String, Request> topic = LicensingTopics.of(access.registry()).requests();
        Map<String, Object> properties = access.clientProperties();
        properties.put("acks", "all");
        properties.put("linger.ms", "20");
        properties.put("batch.size", Integer.toString(128 * 1024));
        properties.put("compression.type", "lz4");
        Answers expected = new Answers();
        AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
        try (KafkaProducer<String, Request> producer = new KafkaProducer<>(
                properties, topic.keys().serializer(), topic.values().serializer())) {
            while (mix.hasNext()) {
                Request request = mix.next();
                expected.add(request.customerId(), request.requestId());
                Future<RecordMetadata> unused = producer.send(
                        new ProducerRecord<>(topic.name(), request.customerId(), request),
                        (written, failed) -> failure.compareAndSet(null, failed));
            }
        }
        Exception failed = failure.get();
        if (failed != null) {
            throw new IllegalStateException("The backlog could not be written", failed);
        }
        return expected;
    }
}
