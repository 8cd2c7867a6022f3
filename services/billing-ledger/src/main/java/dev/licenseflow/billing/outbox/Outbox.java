package dev.licenseflow.billing.outbox;

import dev.licenseflow.database.DatabaseTime;
import dev.licenseflow.database.Transactions;
import dev.licenseflow.domain.request.Settlement;
import dev.licenseflow.domain.request.SettlementOutcome;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is to be published, and what was. */
public final class Outbox {

    private final JdbcClient database;
    private final Transactions transactions;
    private final Clock clock;

    public Outbox(JdbcClient database, Transactions transactions, Clock clock) {
        this.database = database;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** What is not known to be published, in order, at most as many as the limit. */
    public List<OutboxEntry> unpublished(int limit) {
        return database.sql("""
                        select o.seq, o.customer_id, o.settlement_id, s.outcome,
                            (select array_agg(l.charge_id order by l.charge_id) from settlement_lines l
                             where l.customer_id = o.customer_id and l.settlement_id = o.settlement_id) as charge_ids
                        from outbox o
                        join settlements s on s.customer_id = o.customer_id and s.settlement_id = o.settlement_id
                        where o.published_at is null order by o.seq limit :limit""").param("limit", limit).query(Outbox::entry).list();
    }

    /** The number of settlements that are not known to be published. */
    public long backlog() {
        return database.sql("select count(*) from outbox where published_at is null")
                .query(Long.class)
                .single();
    }

    /** Notes where entries stand on the topic, of all or none of them; an entry that was noted before stays as it is. */
    public void markPublished(List<PublishedEntry> published) {
        transactions.run(() -> published.forEach(this::mark));
    }

    /** For each partition that was written to, the offset after the last record that is known to be ours. */
    public Map<Integer, Long> positions() {
        Map<Integer, Long> positions = new HashMap<>();
        database.sql("select partition, max(record_offset) + 1 as next from outbox"
                        + " where published_at is not null group by partition")
                .query(row -> {
                    positions.put(row.getInt("partition"), row.getLong("next"));
                });
        return positions;
    }

    private void mark(PublishedEntry published) {
        database.sql("""
                        update outbox set published_at = :at, partition = :partition, record_offset = :offset
                        where seq = :seq and published_at is null""")
                .param("at", DatabaseTime.of(clock.instant()))
                .param("partition", published.partition())
                .param("offset", published.offset())
                .param("seq", published.seq())
                .update();
    }

    private static OutboxEntry entry(ResultSet row, int number) throws SQLException {
        Array chargeIds = row.getArray("charge_ids");
        return new OutboxEntry(
                row.getLong("seq"),
                new Settlement(
                        row.getString("settlement_id"),
                        row.getString("customer_id"),
                        List.of((String[]) chargeIds.getArray()),
                        SettlementOutcome.valueOf(row.getString("outcome"))));
    }
}
