package dev.licenseflow.portal.license;

import dev.licenseflow.database.Transactions;
import dev.licenseflow.messaging.mapping.decision.DecisionMapper;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Brings decisions that earlier releases stored up to date, after the tables. */
public final class StoredDecisions {

    private static final int FETCH_ROWS = 5_000;

    /** An arbitrary number that no other lock of the database has: the letters of "stored". */
    private static final long LOCK = 0x73_74_6f_72_65_64L;

    private StoredDecisions() {}

    /**
     * Keeps the schemas of decisions, and enters those decisions again that were stored before a decision had a partner, all or none.
     * Of several instances that start at once, one does it and the others wait.
     */
    public static void update(DataSource dataSource) {
        JdbcClient database = JdbcClient.create(dataSource);
        new Transactions(dataSource).run(() -> {
            database.sql("select pg_advisory_xact_lock(:lock)")
                    .param("lock", LOCK)
                    .query(row -> {});
            new DecisionBytes(database).keepKnownSchemas();
            boolean haveNoPartner = database.sql("select to_regclass('decisions_without_partner') is not null")
                    .query(Boolean.class)
                    .single();
            if (haveNoPartner) {
                enterAgain(database);
                database.sql("drop table decisions_without_partner").update();
            }
        });
    }

    private static void enterAgain(JdbcClient database) {
        DecisionBytes bytes = new DecisionBytes(database);
        DecisionRepository repository = new DecisionRepository(database);
        database.sql("""
                        select partition, record_offset, content from decisions_without_partner
                        order by partition, record_offset""").withFetchSize(FETCH_ROWS).query(row -> {
            byte[] content = row.getBytes("content");
            repository.enter(
                    DecisionMapper.toDomain(bytes.read(content)),
                    content,
                    row.getInt("partition"),
                    row.getLong("record_offset"));
        });
    }
}
