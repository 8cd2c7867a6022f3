package dev.licenseflow.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseIT {

    @TempDir
    private Path folder;

    @Test
    void whatIsCommittedOutlivesAStopAndAKill() throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder, 0)) {
            execute(database.url(), "create table words (word text)");
            execute(database.url(), "insert into words values ('before the stop')");
        }
        try (ChildJvm process = ChildJvm.startToListen(Main.class, folder.toString())) {
            String url = process.await("url ");
            execute(url, "insert into words values ('before the kill')");
            process.kill();
        }
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder, 0)) {
            assertThat(words(database.url())).containsExactly("before the stop", "before the kill");
            assertThat(setting(database.url(), "fsync")).isEqualTo("on");
            assertThat(setting(database.url(), "synchronous_commit")).isEqualTo("on");
            assertThat(setting(database.url(), "full_page_writes")).isEqualTo("on");
        }
    }

    @Test
    void aFirstStartThatWasKilledIsDoneAnew() throws Exception {
        EmbeddedDatabase.start(folder, 0).close();
        try (Stream<Path> versions = Files.list(folder.resolve("programs"))) {
            for (Path version : versions.toList()) {
                Files.delete(version.resolve(".exists"));
                Files.delete(version.resolve("bin").resolve("postgres"));
            }
        }
        Files.createFile(folder.resolve("unfinished"));
        Files.delete(folder.resolve("data").resolve("global").resolve("pg_control"));

        // The library unpacks once per process.
        try (ChildJvm process = ChildJvm.startToListen(Main.class, folder.toString())) {
            String url = process.await("url ");
            assertThat(EmbeddedDatabase.urlInRunning(folder, "postgres")).contains(url);
            execute(url, "create table words (word text)");
            process.kill();
        }
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder, 0)) {
            assertThat(words(database.url())).isEmpty();
        }
        assertThat(EmbeddedDatabase.urlInRunning(folder, "postgres")).isEmpty();
    }

    @Test
    void aTakenPortIsRefused() throws Exception {
        try (ServerSocket owner = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> EmbeddedDatabase.start(folder, owner.getLocalPort()))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasStackTraceContaining("Port " + owner.getLocalPort() + " is taken");
        }
    }

    private static void execute(String url, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, EmbeddedDatabase.USER, "")) {
            connection.createStatement().execute(sql);
        }
    }

    private static List<String> words(String url) throws SQLException {
        return texts(url, "select word from words");
    }

    private static String setting(String url, String name) throws SQLException {
        return texts(url, "show " + name).get(0);
    }

    private static List<String> texts(String url, String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(url, EmbeddedDatabase.USER, "");
                ResultSet row = connection.createStatement().executeQuery(sql)) {
            while (row.next()) {
                texts.add(row.getString(1));
            }
        }
        return texts;
    }

    static final class Main {

        private Main() {}

        public static void main(String[] arguments) throws Exception {
            EmbeddedDatabase database = EmbeddedDatabase.start(Path.of(arguments[0]), 0);
            System.out.println("url " + database.url());
            int end = System.in.read(); // until it is killed
            System.exit(end < 0 ? 0 : 1);
        }
    }
}
