package dev.licenseflow.billing.intake;

import dev.licenseflow.messaging.mapping.UnreadableRecordException;
import dev.licenseflow.messaging.topic.Topic;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * Takes the records of a topic as values. One that cannot be decoded, has no value, or stands under another key than its
 * own is put among the unreadable ones. A registry that does not answer says nothing about the record, so that passes.
 *
 * @param <V> what the topic's values are read as
 */
final class TopicIntake<V> implements Intake {

    private final Deserializer<V> values;
    private final Function<V, String> keyOf;
    private final Consumer<V> enter;
    private final UnreadableRecords unreadable;

    TopicIntake(Topic<String, V> topic, Function<V, String> keyOf, Consumer<V> enter, UnreadableRecords unreadable) {
        this.values = topic.values().deserializer();
        this.keyOf = keyOf;
        this.enter = enter;
        this.unreadable = unreadable;
    }

    @Override
    public Runnable read(ConsumerRecord<byte[], byte[]> record) {
        V value;
        try {
            value = values.deserialize(record.topic(), record.headers(), record.value());
        } catch (SerializationException | UnreadableRecordException failure) {
            return () -> unreadable.keep(record, String.valueOf(failure.getMessage()));
        }
        if (value == null) {
            return () -> unreadable.keep(record, "The record has no value");
        }
        if (!keyOf.apply(value).equals(key(record))) {
            return () -> unreadable.keep(record, "The key is not " + keyOf.apply(value));
        }
        return () -> enter.accept(value);
    }

    private static @Nullable String key(ConsumerRecord<byte[], byte[]> record) {
        return record.key() == null ? null : new String(record.key(), StandardCharsets.UTF_8);
    }
}
