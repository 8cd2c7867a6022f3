package dev.licenseflow.cli.demo;

import dev.licenseflow.cli.text.Language;
import dev.licenseflow.testkit.Expectation;
import dev.licenseflow.testkit.InputLine;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A scenario file among the resources of this package: {@code NAME.jsonl} is input for {@code licenseflow simulate}, whose
 * comments describe each step; {@code NAME.expect} says what has to come out.
 *
 * @param products that it asks for
 * @param expectations those that were not taken yet
 */
record DemoScenario(List<Step> steps, Set<String> products, Queue<Expectation> expectations) {

    private static final Pattern CUSTOMER = Pattern.compile("\"customerId\":\"([^\"]+)\"");
    private static final Pattern PRODUCT = Pattern.compile("\"(?:product|system)\":\"([^\"]+)\"");

    /** @param customers gives each customer of the file the id under which the scenario is played */
    static DemoScenario read(String name, Language language, UnaryOperator<String> customers) {
        String file = resource(name + ".jsonl");
        String text = file;
        for (String customer : found(CUSTOMER, file)) {
            text = text.replace(customer, customers.apply(customer));
        }
        return new DemoScenario(
                steps(text, language),
                found(PRODUCT, file),
                new ArrayDeque<>(Expectation.parseAll(resource(name + ".expect"))));
    }

    /** Takes what is expected of the next decision: the decision itself, and the records that are written with it. */
    List<Expectation> expectedDecision() {
        List<Expectation> expected = new ArrayList<>(List.of(expectations.remove()));
        while (!expectations.isEmpty() && expectations.element().topic().matches("charges|licenses")) {
            expected.add(expectations.remove());
        }
        return expected;
    }

    private static List<Step> steps(String text, Language language) {
        List<Step> steps = new ArrayList<>();
        Optional<String> heading = Optional.empty();
        String title = "";
        List<String> meanings = new ArrayList<>();
        for (String line : text.lines().toList()) {
            if (line.startsWith("#!")) {
                heading = Optional.of(phrase(line, language));
            } else if (line.startsWith("#>")) {
                title = phrase(line, language);
            } else if (line.startsWith("#=")) {
                meanings.add(phrase(line, language));
            } else if (!line.startsWith("#")) {
                steps.add(new Step(heading, title, List.copyOf(meanings), InputLine.parseTimed(line)));
                heading = Optional.empty();
                meanings.clear();
            }
        }
        return steps;
    }

    private static String phrase(String line, Language language) {
        String[] phrases = line.substring(2).split("\\|", 2);
        return language.of(phrases[0], phrases[1]).strip();
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult result) -> result.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String resource(String name) {
        try (InputStream file = Objects.requireNonNull(DemoScenario.class.getResourceAsStream(name), name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A request, a settlement, or the start of a month.
     *
     * @param heading above it, where a part of the scenario begins
     * @param title what the partner does
     * @param meanings what the contract makes of it, with the numbers of its rules; one for each thing that is checked
     */
    record Step(Optional<String> heading, String title, List<String> meanings, InputLine line) {

        String meaning() {
            return meanings.get(0);
        }
    }
}
