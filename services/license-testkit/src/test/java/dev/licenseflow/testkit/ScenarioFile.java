package dev.licenseflow.testkit;

import dev.licenseflow.domain.catalog.CatalogVersion;
import dev.licenseflow.domain.month.BusinessCalendar;
import dev.licenseflow.messaging.json.CatalogYaml;
import dev.licenseflow.messaging.json.RecordJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A story as a file: {@code NAME.jsonl} is input for {@code licenseflow simulate}, {@code NAME.expect} says what has to
 * come out, and {@code NAME.catalog*.yaml} are its catalog versions, or else {@code catalog.yaml} beside it.
 */
record ScenarioFile(Path input) {

    private static final String SUFFIX = ".jsonl";

    /** All stories of a folder, by name. */
    static List<ScenarioFile> in(Path folder) {
        return files(folder, file -> file.endsWith(SUFFIX)).stream()
                .map(ScenarioFile::new)
                .toList();
    }

    List<InputLine> lines() {
        return read(input)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(InputLine::parseTimed)
                .toList();
    }

    /** Everything that the topology writes, in order, with times in the business zone. */
    List<RecordText> play(BusinessCalendar calendar) {
        RecordJson json = new RecordJson(calendar.zone());
        List<RecordText> records = new ArrayList<>();
        try (Simulation simulation =
                new Simulation(catalogs(), calendar, record -> records.add(RecordText.of(record, json)))) {
            lines().forEach(simulation::play);
        }
        return records;
    }

    List<Expectation> expectations() {
        return Expectation.parseAll(read(input.resolveSibling(name() + ".expect")));
    }

    /** The catalog versions, the first one first. */
    List<CatalogVersion> catalogs() {
        List<Path> own = files(folder(), file -> file.startsWith(name() + ".catalog") && file.endsWith(".yaml"));
        List<Path> catalogs = own.isEmpty() ? List.of(folder().resolve("catalog.yaml")) : own;
        return catalogs.stream().map(file -> CatalogYaml.parse(read(file))).toList();
    }

    private Path folder() {
        return Objects.requireNonNull(input.toAbsolutePath().getParent());
    }

    private String name() {
        String file = input.getFileName().toString();
        return file.substring(0, file.length() - SUFFIX.length());
    }

    @Override
    public String toString() {
        return name();
    }

    private static List<Path> files(Path folder, Predicate<String> accepted) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> accepted.test(file.getFileName().toString()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
