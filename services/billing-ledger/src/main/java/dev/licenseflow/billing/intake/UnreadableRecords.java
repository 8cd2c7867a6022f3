package dev.licenseflow.billing.intake;

import dev.licenseflow.billing.alarm.AlarmBook;
import dev.licenseflow.billing.alarm.AlarmKind;
import dev.licenseflow.billing.database.DatabaseText;
import dev.licenseflow.database.DatabaseTime;
import java.sql.Types;
import java.time.Clock;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keeps records that could not be decoded, as they came, and raises an alarm for each. A topic of dead letters would lose the
 * one transaction that makes the ledger exact: the record is kept in the transaction that also enters its neighbours.
 */
public final class UnreadableRecords {

    private final JdbcClient database;
    private final AlarmBook alarms;
    private final Clock clock;

    public UnreadableRecords(JdbcClient database, AlarmBook alarms, Clock clock) {
        this.database = database;
        this.alarms = alarms;
        this.clock = clock;
    }

    void keep(ConsumerRecord<byte[], byte[]> record, String reason) {
        database.sql("""
                        insert into unreadable_records
                            (topic, partition, record_offset, record_key, record_value, reason, received_at)
                        values (:topic, :partition, :offset, :key, :value, :reason, :at)
                        on conflict do nothing""")
                .param("topic", record.topic())
                .param("partition", record.partition())
                .param("offset", record.offset())
                .param("key", record.key(), Types.BINARY)
                .param("value", record.value(), Types.BINARY)
                .param("reason", DatabaseText.of(reason))
                .param("at", DatabaseTime.of(clock.instant()))
                .update();
        alarms.raise(
                AlarmKind.RECORD_UNREADABLE, record.topic() + "-" + record.partition() + "@" + record.offset(), reason);
    }
}
