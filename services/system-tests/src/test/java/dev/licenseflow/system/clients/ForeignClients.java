package dev.licenseflow.system.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Runs programs that use clients which are not ours, each in a process of its own. Where a client is not installed, the
 * test is skipped and says so on standard output.
 */
final class ForeignClients {

    /** What the page for integrators shows. */
    static final Path SHOWN = Path.of("..", "..", "docs", "clients");

    private static final Path OURS = Path.of("src", "test", "clients");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** The build of the messaging module copies it there; it holds Kafka and Avro too, so it comes last on the class path. */
    private static final Path CONFLUENT = Path.of("..", "avro-wire", "target", "oracle", "confluent.jar")
            .toAbsolutePath();

    /** Node looks for modules beside a program or above it, so programs run from a copy there. */
    private static final Path MODULES = Path.of("target", "clients").toAbsolutePath();

    private final Path folder;

    /** @param folder where outputs go */
    ForeignClients(Path folder) {
        this.folder = folder;
    }

    /**
     * Runs a program to its end.
     *
     * @param program a file of {@link #SHOWN}, or else one of the tests' own; its ending tells the language
     */
    Ran run(String program, String input, String... arguments) throws IOException, InterruptedException {
        Path file = Files.exists(SHOWN.resolve(program)) ? SHOWN.resolve(program) : OURS.resolve(program);
        Language language = Language.of(program);
        if (!language.isInstalled()) {
            String message = "SKIPPED: " + program + " needs " + language.needs + ", which .ci/run installs";
            System.out.println(message);
            Assumptions.abort(message);
        }
        if (program.endsWith(".mjs")) {
            file = Files.copy(file, MODULES.resolve(program), StandardCopyOption.REPLACE_EXISTING);
        }
        List<String> command = new ArrayList<>(language.command);
        command.add(file.toAbsolutePath().toString());
        command.addAll(List.of(arguments));
        return run(program, command, input);
    }

    private Ran run(String program, List<String> command, String input) throws IOException, InterruptedException {
        Path output = Files.createTempFile(folder, program, ".out");
        Path errors = Files.createTempFile(folder, program, ".err");
        Path stdin = Files.writeString(Files.createTempFile(folder, program, ".in"), input);
        Process process = new ProcessBuilder(command)
                .redirectInput(stdin.toFile())
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile())
                .start();
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError(program + " does not end: " + Files.readString(errors));
        }
        return new Ran(process.exitValue(), Files.readString(output), Files.readString(errors));
    }

    /** How a program ended, and what it said. */
    record Ran(int status, String output, String errors) {

        /** The lines of its output, each of which is a JSON object. */
        List<JsonNode> lines() {
            assertThat(status).as("%s%s", output, errors).isZero();
            return output.lines().map(JSON::readTree).toList();
        }

        JsonNode lastLine() {
            List<JsonNode> lines = lines();
            return lines.get(lines.size() - 1);
        }
    }

    /**
     * How programs of a language are run.
     *
     * @param command what a program's file comes after
     * @param probe ends with 0 if all that is needed is installed; empty if there is nothing to install
     */
    private record Language(List<String> command, List<String> probe, String needs) {

        static Language of(String program) {
            return switch (program.substring(program.lastIndexOf('.') + 1)) {
                case "java" -> new Language(java(), List.of(), "");
                case "py" ->
                    new Language(
                            List.of("/usr/bin/python3"),
                            List.of("/usr/bin/python3", "-c", "import avro, confluent_kafka"),
                            "python3-confluent-kafka or python3-avro");
                case "mjs" ->
                    new Language(
                            List.of("node"),
                            List.of(
                                    "node",
                                    "-e",
                                    "require(process.argv[1])",
                                    MODULES.resolve("node_modules/kafkajs").toString()),
                            "node, or its modules in target/clients");
                case "sh" -> new Language(List.of("/bin/sh"), List.of("kcat", "-V"), "kcat");
                default -> throw new IllegalArgumentException(program);
            };
        }

        private static List<String> java() {
            return List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-cp",
                    System.getProperty("java.class.path") + File.pathSeparator + CONFLUENT);
        }

        boolean isInstalled() throws InterruptedException {
            if (probe.isEmpty()) {
                return true;
            }
            try {
                return new ProcessBuilder(probe)
                                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                                .redirectError(ProcessBuilder.Redirect.DISCARD)
                                .start()
                                .waitFor()
                        == 0;
            } catch (IOException notThere) {
                return false;
            }
        }
    }
}
