package dev.licenseflow.database;

import java.sql.Types;
import java.time.Clock;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The table {@code unreadable_records}: records that could not be read, with their bytes and the reason. A table is used instead of a
 * dead-letter topic, since a row is part of the transaction that writes the other records of the poll.
 */
public final class UnreadableRecords {

    private final JdbcClient database;
    private final Clock clock;
    private final BiConsumer<String, String> alarm;

    /** @param alarm is called with place and reason of each record that is new, in the transaction that keeps it */
    public UnreadableRecords(JdbcClient database, Clock clock, BiConsumer<String, String> alarm) {
        this.database = database;
        this.clock = clock;
        this.alarm = alarm;
    }

    void keep(ConsumerRecord<byte[], byte[]> record, String reason) {
        int kept = database.sql("""
                        insert into unreadable_records
                            (topic, partition, record_offset, record_key, record_value, reason, received_at)
                        values (:topic, :partition, :offset, :key, :value, :reason, :at)
                        on conflict do nothing""")
                .param("topic", record.topic())
                .param("partition", record.partition())
                .param("offset", record.offset())
                .param("key", record.key(), Types.BINARY)
                .param("value", record.value(), Types.BINARY)
                .param("reason", storable(reason))
                .param("at", DatabaseTime.of(clock.instant()))
                .update();
        if (kept == 1) {
            alarm.accept(record.topic() + "-" + record.partition() + "@" + record.offset(), reason);
        }
    }

    /** The text with spaces for the characters of number zero, which a {@code text} column does not take. */
    public static String storable(String text) {
        return text.replace('\0', ' ');
    }

    /** The number of records ever kept. */
    public long count() {
        return database.sql("select count(*) from unreadable_records")
                .query(Long.class)
                .single();
    }
}
