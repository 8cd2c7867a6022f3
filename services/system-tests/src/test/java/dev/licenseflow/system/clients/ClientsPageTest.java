package dev.licenseflow.system.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The page for integrators shows the programs that {@link ClientsIT} runs, and names the versions they are run with. */
class ClientsPageTest {

    private static final Path PAGE = ForeignClients.SHOWN.resolveSibling("clients.md");

    /** A block of code whose first line names its file. */
    private static final Pattern SHOWN = Pattern.compile("(?ms)^```\\w+ clients/(\\S+)\\n(.*?)^```$");

    @Test
    void thePageShowsEveryProgramAsItIs() throws IOException {
        Map<String, String> shown = SHOWN.matcher(Files.readString(PAGE))
                .results()
                .collect(Collectors.toMap(block -> block.group(1), block -> block.group(2)));
        try (Stream<Path> files = Files.list(ForeignClients.SHOWN)) {
            Map<String, String> programs =
                    files.collect(Collectors.toMap(file -> file.getFileName().toString(), ClientsPageTest::text));

            assertThat(shown).isEqualTo(programs);
        }
    }

    @Test
    void thePageNamesTheVersionsOfTheModulesThatAreRun() throws IOException {
        JsonNode modules = JsonMapper.shared()
                .readTree(Files.readString(Path.of("src", "test", "clients", "package.json")))
                .get("dependencies");

        assertThat(modules.propertyNames())
                .isNotEmpty()
                .allSatisfy(module -> assertThat(Files.readString(PAGE))
                        .contains(module + "@" + modules.get(module).stringValue()));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
