package dev.licenseflow.billing.alarm;

import dev.licenseflow.billing.alarm.Alarm.AlarmKind;
import dev.licenseflow.database.DatabaseTime;
import dev.licenseflow.database.UnreadableRecords;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The alarms of the ledger. The same alarm is raised once, also when records are delivered again. */
public final class AlarmRepository {

    private static final Logger LOG = LoggerFactory.getLogger(AlarmRepository.class);

    private final JdbcClient database;
    private final Clock clock;

    public AlarmRepository(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Raises an alarm in the current transaction. */
    public void raise(AlarmKind kind, String subject, String detail) {
        int raised = database.sql("""
                        insert into alarms (kind, subject, detail, raised_at) values (:kind, :subject, :detail, :at)
                        on conflict do nothing""")
                .param("kind", kind.name())
                .param("subject", UnreadableRecords.storable(subject))
                .param("detail", UnreadableRecords.storable(detail))
                .param("at", DatabaseTime.of(clock.instant()))
                .update();
        if (raised == 1) {
            LOG.error("{}: {}", kind, subject);
        }
    }

    /** The number of alarms ever raised. */
    public long count() {
        return database.sql("select count(*) from alarms").query(Long.class).single();
    }

    /** Alarms in the order of their raising, after the given one, at most as many as the limit. */
    public List<Alarm> after(long seq, int limit) {
        return database.sql("select * from alarms where seq > :seq order by seq limit :limit")
                .param("seq", seq)
                .param("limit", limit)
                .query((row, number) -> new Alarm(
                        row.getLong("seq"),
                        AlarmKind.valueOf(row.getString("kind")),
                        row.getString("subject"),
                        row.getString("detail"),
                        DatabaseTime.instant(row, "raised_at")))
                .list();
    }
}
