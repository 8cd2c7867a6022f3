package dev.licenseflow.portal.intake;

import dev.licenseflow.messaging.mapping.UnreadableRecordException;
import dev.licenseflow.messaging.topic.Topic;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * Takes the records of a topic as values. One that cannot be decoded, has no value, or stands under another key than its own
 * is passed over. A registry that does not answer says nothing about the record, so that is let through.
 *
 * @param <V> what the topic's values are read as
 */
final class TopicIntake<V> implements Intake {

    private final Deserializer<V> values;
    private final Function<V, String> customerOf;
    private final BiFunction<V, ConsumerRecord<byte[], byte[]>, Optional<String>> enter;
    private final UnreadableRecords unreadable;

    TopicIntake(
            Topic<String, V> topic,
            Function<V, String> customerOf,
            BiFunction<V, ConsumerRecord<byte[], byte[]>, Optional<String>> enter,
            UnreadableRecords unreadable) {
        this.values = topic.values().deserializer();
        this.customerOf = customerOf;
        this.enter = enter;
        this.unreadable = unreadable;
    }

    @Override
    public Optional<CustomerWrite> read(ConsumerRecord<byte[], byte[]> record) {
        V value;
        try {
            value = values.deserialize(record.topic(), record.headers(), record.value());
        } catch (SerializationException | UnreadableRecordException failure) {
            return skip(record, String.valueOf(failure.getMessage()));
        }
        if (value == null) {
            return skip(record, "The record has no value");
        }
        String customerId = customerOf.apply(value);
        if (!customerId.equals(key(record))) {
            return skip(record, "The key is not " + customerId);
        }
        return Optional.of(new CustomerWrite(customerId, record, () -> enter.apply(value, record)));
    }

    private Optional<CustomerWrite> skip(ConsumerRecord<byte[], byte[]> record, String reason) {
        unreadable.skip(record, reason);
        return Optional.empty();
    }

    private static @Nullable String key(ConsumerRecord<byte[], byte[]> record) {
        return record.key() == null ? null : new String(record.key(), StandardCharsets.UTF_8);
    }
}
