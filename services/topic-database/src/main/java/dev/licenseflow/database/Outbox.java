package dev.licenseflow.database;

import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A table of entries that are to be published on a topic, or were. It has the columns {@code seq}, the order of recording;
 * {@code customer_id}, the key on the topic; and {@code published_at}, null until the broker has acknowledged the record. A row is
 * written in the transaction of the change that it reports.
 *
 * @param <V> the topic's values
 */
public final class Outbox<V> {

    /** Any number that no other lock of the database has: the letters of "outbox". */
    private static final long LOCK = 0x6f_75_74_62_6f_78L;

    private final JdbcClient database;
    private final Clock clock;
    private final String table;
    private final String rows;
    private final RowMapper<V> value;

    /**
     * @param rows the query of all entries, without a condition; the table is {@code o} in it, {@code o.seq} and
     *     {@code o.customer_id} are selected
     * @param value reads the entry's value from such a row
     */
    public Outbox(JdbcClient database, Clock clock, String table, String rows, RowMapper<V> value) {
        this.database = database;
        this.clock = clock;
        this.table = table;
        this.rows = rows;
        this.value = value;
    }

    /** The first unpublished entry of each customer, the oldest first, at most as many as the limit. */
    public List<Entry<V>> next(int limit) {
        return database.sql(rows + " where o.seq in (select seq from ("
                        + "select distinct on (customer_id) seq from " + table
                        + " where published_at is null order by customer_id, seq) firsts"
                        + " order by seq limit :limit) order by o.seq")
                .param("limit", limit)
                .query((row, number) ->
                        new Entry<>(row.getLong("seq"), row.getString("customer_id"), value.mapRow(row, number)))
                .list();
    }

    /** Marks entries as published, all or none. */
    public void markPublished(List<Entry<V>> entries) {
        if (!entries.isEmpty()) {
            database.sql("update " + table + " set published_at = :at where seq in (:seqs)")
                    .param("at", DatabaseTime.of(clock.instant()))
                    .param("seqs", entries.stream().map(Entry::seq).toList())
                    .update();
        }
    }

    /** The number of entries that are not known to be published. */
    public long backlog() {
        return database.sql("select count(*) from " + table + " where published_at is null")
                .query(Long.class)
                .single();
    }

    /** Takes the lock for one relay at a time, until the current transaction ends; false if another relay has it. */
    boolean tryLock() {
        return database.sql("select pg_try_advisory_xact_lock(:lock)")
                .param("lock", LOCK)
                .query(Boolean.class)
                .single();
    }

    /**
     * An entry that is to be published.
     *
     * @param seq its place in the order of recording
     * @param key on the topic
     */
    public record Entry<V>(long seq, String key, V value) {}
}
