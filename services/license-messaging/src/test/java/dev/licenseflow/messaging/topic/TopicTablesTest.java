package dev.licenseflow.messaging.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The documents' tables of topics say what the declarations say; a failure shows the rows that belong there. */
class TopicTablesTest {

    private static final Path ROOT = Path.of("..", "..");

    @Test
    void theReadmeNamesValueWritersAndReadersOfEachTopic() throws IOException {
        List<String> rows = LicensingTopics.ALL.stream()
                .map(topic -> row(quoted(topic.name()), quoted(valueOf(topic)), topic.writers(), topic.readers()))
                .toList();

        assertThat(rowsOf(ROOT.resolve("README.md"))).containsAll(rows);
    }

    @Test
    void theSchemasReadmeNamesTheSettingsOfEachTopic() throws IOException {
        List<String> rows =
                LicensingTopics.ALL.stream().flatMap(TopicTablesTest::settings).toList();

        assertThat(rowsOf(ROOT.resolve("schemas").resolve("README.md"))).containsAll(rows);
    }

    private static Stream<String> settings(TopicDeclaration<?> topic) {
        return topic.specs(LicensingTopics.DEFAULT_PARTITIONS)
                .map(spec -> spec.name().equals(topic.name())
                        ? settings(spec, keyOf(topic), quoted(valueOf(topic)), topic.writers(), topic.readers())
                        : settings(spec, "as received", "as received, up to 256 KiB", "processor", "operators"));
    }

    private static String settings(TopicSpec spec, String key, String value, String writers, String readers) {
        return row(
                quoted(spec.name()),
                key,
                value,
                spec.cleanup().policy(),
                spec.retention().map(time -> time.toDays() + " days").orElse("for ever"),
                spec.timestampType().toString(),
                writers,
                readers);
    }

    private static String keyOf(TopicDeclaration<?> topic) {
        return switch (topic.key()) {
            case CUSTOMER -> "customer id";
            case PARTITION -> "partition number";
            case VERSION -> "version number";
        };
    }

    private static String valueOf(TopicDeclaration<?> topic) {
        return topic.codec().type().getSimpleName();
    }

    private static String quoted(String text) {
        return "`" + text + "`";
    }

    private static String row(String... cells) {
        return "| " + String.join(" | ", cells) + " |";
    }

    private static List<String> rowsOf(Path document) throws IOException {
        return Files.readAllLines(document).stream()
                .filter(line -> line.startsWith("| `licensing."))
                .toList();
    }
}
