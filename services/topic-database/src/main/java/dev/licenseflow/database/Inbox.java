package dev.licenseflow.database;

import dev.licenseflow.messaging.mapping.UnreadableRecordException;
import dev.licenseflow.messaging.topic.Topic;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;

/**
 * Writes records of topics into tables. The records of one poll are written in one transaction, and their offsets are committed after
 * it, so a projection has to accept the same record again. A record is kept among the unreadable records if it cannot be decoded,
 * has no value, has another key than its value says, or breaks a constraint of the database. Otherwise its topic's projection writes
 * it.
 *
 * @param <C> what a record changes; listeners in this instance get it after the commit
 */
public final class Inbox<C> {

    /** Writes what a topic's records say into the tables. */
    @FunctionalInterface
    public interface Projection<V, C> {

        /**
         * Writes a value, in the current transaction.
         *
         * @param record the record that has the value
         * @return what it changes; empty if no listener has to know
         */
        Optional<C> write(V value, ConsumerRecord<byte[], byte[]> record);
    }

    private final Map<String, Function<ConsumerRecord<byte[], byte[]>, Write<C>>> readers = new LinkedHashMap<>();
    private final Transactions transactions;
    private final UnreadableRecords unreadable;
    private final Consumer<Set<C>> committed;

    /** @param committed gets the changes of one poll after the commit */
    public Inbox(Transactions transactions, UnreadableRecords unreadable, Consumer<Set<C>> committed) {
        this.transactions = transactions;
        this.unreadable = unreadable;
        this.committed = committed;
    }

    /**
     * Adds a topic that is read.
     *
     * @param keyOf the key that a value's record has to have
     */
    public <V> Inbox<C> read(Topic<String, V> topic, Function<V, String> keyOf, Projection<V, C> projection) {
        Deserializer<V> values = topic.values().deserializer();
        readers.put(topic.name(), record -> decode(record, values, keyOf, projection));
        return this;
    }

    /** The topics that are read. */
    public Set<String> topics() {
        return Set.copyOf(readers.keySet());
    }

    /**
     * Writes records. If this throws, it has to be called with the same records again.
     *
     * @throws org.apache.kafka.common.KafkaException if the schema registry does not answer
     * @throws org.springframework.dao.DataAccessException if the database does not
     */
    public void enter(List<ConsumerRecord<byte[], byte[]>> records) {
        List<Write<C>> writes = new ArrayList<>(records.size());
        for (ConsumerRecord<byte[], byte[]> record : records) {
            writes.add(reader(record).apply(record));
        }
        committed.accept(write(writes));
    }

    private Set<C> write(List<Write<C>> writes) {
        try {
            return transactions.call(() -> changes(writes, write -> write.work.get()));
        } catch (DataIntegrityViolationException oneIsRefused) {
            return changes(writes, this::writeAlone);
        }
    }

    private static <C> Set<C> changes(List<Write<C>> writes, Function<Write<C>, Optional<C>> write) {
        Set<C> changes = new HashSet<>();
        writes.forEach(one -> write.apply(one).ifPresent(changes::add));
        return changes;
    }

    private Optional<C> writeAlone(Write<C> write) {
        try {
            return transactions.call(write.work);
        } catch (DataIntegrityViolationException refused) {
            String reason = "Refused by the database: "
                    + String.valueOf(refused.getMostSpecificCause().getMessage());
            return transactions.call(keep(write.record, reason).work);
        }
    }

    private <V> Write<C> decode(
            ConsumerRecord<byte[], byte[]> record,
            Deserializer<V> values,
            Function<V, String> keyOf,
            Projection<V, C> projection) {
        V value;
        try {
            value = values.deserialize(record.topic(), record.headers(), record.value());
        } catch (SerializationException | UnreadableRecordException failure) {
            // A registry that does not answer is another exception: it says nothing about the record.
            return keep(record, String.valueOf(failure.getMessage()));
        }
        if (value == null) {
            return keep(record, "The record has no value");
        }
        if (!keyOf.apply(value).equals(key(record))) {
            return keep(record, "The key is not " + keyOf.apply(value));
        }
        return new Write<>(record, () -> projection.write(value, record));
    }

    private Write<C> keep(ConsumerRecord<byte[], byte[]> record, String reason) {
        return new Write<>(record, () -> {
            unreadable.keep(record, reason);
            return Optional.empty();
        });
    }

    private Function<ConsumerRecord<byte[], byte[]>, Write<C>> reader(ConsumerRecord<byte[], byte[]> record) {
        Function<ConsumerRecord<byte[], byte[]>, Write<C>> reader = readers.get(record.topic());
        if (reader == null) {
            throw new IllegalStateException("Not read here: " + record.topic());
        }
        return reader;
    }

    private static @Nullable String key(ConsumerRecord<byte[], byte[]> record) {
        return record.key() == null ? null : new String(record.key(), StandardCharsets.UTF_8);
    }

    private record Write<C>(ConsumerRecord<byte[], byte[]> record, Supplier<Optional<C>> work) {}
}
