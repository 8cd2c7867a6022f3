package dev.licenseflow.portal.license;

import dev.licenseflow.database.Transactions;
import java.util.List;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes what earlier releases have stored of decisions ready for this one, once the tables are up to date. */
public final class StoredDecisions {

    private static final Logger LOG = LoggerFactory.getLogger(StoredDecisions.class);
    private static final int BATCH = 5_000;

    /** Any number that nobody else takes: the letters of "stored". */
    private static final long LOCK = 0x73_74_6f_72_65_64L;

    private final JdbcClient database;
    private final DecisionBytes bytes;
    private final DecisionRepository repository;

    private StoredDecisions(JdbcClient database) {
        this.database = database;
        this.bytes = new DecisionBytes(database);
        this.repository = new DecisionRepository(database);
    }

    /**
     * Keeps the schemas of decisions, and enters those again that were stored before they had a partner, all or none. Several
     * instances may do so at once: one does, the others wait.
     */
    public static void update(DataSource dataSource) {
        StoredDecisions stored = new StoredDecisions(JdbcClient.create(dataSource));
        new Transactions(dataSource).run(stored::update);
    }

    private void update() {
        database.sql("select pg_advisory_xact_lock(:lock)").param("lock", LOCK).query(row -> {});
        DecisionBytes.keepSchemas(database);
        boolean areThere = database.sql("select to_regclass('decisions_without_partner') is not null")
                .query(Boolean.class)
                .single();
        if (areThere) {
            enterAgain();
            database.sql("drop table decisions_without_partner").update();
        }
    }

    private void enterAgain() {
        List<Row> rows = next(-1, -1);
        while (!rows.isEmpty()) {
            rows.forEach(row -> repository.enter(bytes.read(row.content), row.partition, row.offset));
            Row last = rows.get(rows.size() - 1);
            LOG.info("Stored decisions have their partner up to {}@{}", last.partition, last.offset);
            rows = next(last.partition, last.offset);
        }
    }

    private List<Row> next(int partition, long offset) {
        return database.sql("""
                        select partition, record_offset, content from decisions_without_partner
                        where (partition, record_offset) > (:partition, :offset)
                        order by partition, record_offset limit :limit""")
                .param("partition", partition)
                .param("offset", offset)
                .param("limit", BATCH)
                .query((row, number) -> new Row(row.getInt(1), row.getLong(2), row.getBytes(3)))
                .list();
    }

    /** A decision and where it stands on the topic; no record, since arrays have no equality. */
    private static final class Row {

        private final int partition;
        private final long offset;
        private final byte[] content;

        Row(int partition, long offset, byte[] content) {
            this.partition = partition;
            this.offset = offset;
            this.content = content;
        }
    }
}
