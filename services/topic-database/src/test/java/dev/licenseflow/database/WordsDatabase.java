package dev.licenseflow.database;

import com.zaxxer.hikari.HikariDataSource;
import dev.licenseflow.postgres.EmbeddedDatabase;
import dev.licenseflow.postgres.TestServer;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A database of its own for a test class, on the one PostgreSQL of this JVM, for a table of words. */
public final class WordsDatabase implements AutoCloseable {

    static final DatabaseTables TABLES = new DatabaseTables("classpath:topic-database-tests/db");

    private final HikariDataSource source = new HikariDataSource();

    private WordsDatabase() {
        source.setJdbcUrl(TestServer.newDatabase());
        source.setUsername(EmbeddedDatabase.USER);
        source.setMaximumPoolSize(6);
    }

    /** With the table, which is empty. */
    public static WordsDatabase create() {
        WordsDatabase database = createEmpty();
        TABLES.update(database.source);
        return database;
    }

    /** Without any table. */
    static WordsDatabase createEmpty() {
        return new WordsDatabase();
    }

    HikariDataSource source() {
        return source;
    }

    public JdbcClient client() {
        return JdbcClient.create(source);
    }

    void add(String word) {
        client().sql("insert into words values (?)").param(word).update();
    }

    public List<String> words() {
        return client().sql("select word from words order by word")
                .query(String.class)
                .list();
    }

    @Override
    public void close() {
        source.close();
    }
}
