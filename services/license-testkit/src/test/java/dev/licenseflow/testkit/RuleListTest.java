package dev.licenseflow.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The list of rules names the tests of each, in whichever module they are, and no rule is without one. */
class RuleListTest {

    private static final Path ROOT = Path.of("..", "..");
    private static final Path LIST = ROOT.resolve("docs").resolve("rules.md");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| ([A-Z]\\d+) \\| ([^|]+) \\| ([^|]*) \\|$");
    private static final Pattern RULE = Pattern.compile("@Rule\\(([^)]*)\\)");
    private static final Pattern NUMBER = Pattern.compile("\"([A-Z]\\d+)\"");
    private static final int RULES = 55;

    @Test
    void theListIsUpToDate() throws IOException {
        Map<String, SortedSet<String>> tests = testsByRule();
        String list = Files.readString(LIST);
        String current = ROW.matcher(list).replaceAll(row -> row(row, tests));
        if (Boolean.getBoolean("licenseflow.rules.write")) {
            Files.writeString(LIST, current);
            return;
        }

        assertThat(list)
                .as("run RuleListTest with -Dlicenseflow.rules.write=true")
                .isEqualTo(current);
    }

    @Test
    void everyRuleIsStatedByATestAndEveryTestStatesARule() throws IOException {
        List<String> rules = ROW.matcher(Files.readString(LIST))
                .results()
                .map(row -> row.group(1))
                .toList();

        assertThat(rules).hasSize(RULES).doesNotHaveDuplicates();
        assertThat(testsByRule()).containsOnlyKeys(rules);
    }

    private static String row(MatchResult row, Map<String, SortedSet<String>> tests) {
        String names = String.join(", ", tests.getOrDefault(row.group(1), new TreeSet<>()));
        return Matcher.quoteReplacement("| " + row.group(1) + " | " + row.group(2) + " | " + names + " |");
    }

    private static Map<String, SortedSet<String>> testsByRule() throws IOException {
        Map<String, SortedSet<String>> tests = new TreeMap<>();
        for (Path file : testSources()) {
            String name = file.getFileName().toString().replace(".java", "");
            RULE.matcher(Files.readString(file))
                    .results()
                    .flatMap(rule -> NUMBER.matcher(rule.group(1)).results())
                    .forEach(number -> tests.computeIfAbsent(number.group(1), any -> new TreeSet<>())
                            .add(name));
        }
        return tests;
    }

    private static List<Path> testSources() throws IOException {
        List<Path> sources = new ArrayList<>();
        try (Stream<Path> modules = Files.list(ROOT.resolve("services"))) {
            modules.map(module -> module.resolve("src").resolve("test").resolve("java"))
                    .filter(Files::isDirectory)
                    .forEach(folder -> sources.addAll(tests(folder)));
        }
        return sources;
    }

    private static List<Path> tests(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().matches(".*(Test|IT)\\.java"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
