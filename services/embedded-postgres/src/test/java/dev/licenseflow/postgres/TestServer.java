package dev.licenseflow.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/** The one PostgreSQL of a test JVM: started with the first test that needs it, stopped with the JVM. */
public final class TestServer {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final EmbeddedDatabase RUNNING = start();

    private TestServer() {}

    /** The JDBC URL of a new and empty database, for {@link EmbeddedDatabase#USER} without a password. */
    public static String newDatabase() {
        return RUNNING.database("test" + NUMBER.incrementAndGet());
    }

    private static EmbeddedDatabase start() {
        try {
            Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "postgres");
            EmbeddedDatabase database = EmbeddedDatabase.start(folder, 0);
            Runtime.getRuntime().addShutdownHook(new Thread(database::close, "postgres-stop"));
            return database;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
