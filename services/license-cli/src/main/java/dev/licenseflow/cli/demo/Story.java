package dev.licenseflow.cli.demo;

import dev.licenseflow.cli.words.Phrase;
import dev.licenseflow.testkit.Expectation;
import dev.licenseflow.testkit.SimulationLine;
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
 * A scenario file of this package: {@code NAME.jsonl} is input for {@code licenseflow simulate}, whose comments tell the
 * story; {@code NAME.expect} says what has to come out.
 *
 * @param products that it asks for
 * @param expectations those that were not taken yet
 */
record Story(List<StoryStep> steps, Set<String> products, Queue<Expectation> expectations) {

    private static final Pattern CUSTOMER = Pattern.compile("\"customerId\":\"([^\"]+)\"");
    private static final Pattern PRODUCT = Pattern.compile("\"(?:product|system)\":\"([^\"]+)\"");

    /** @param customers gives each customer of the file the id under which the story is played */
    static Story read(String name, UnaryOperator<String> customers) {
        String file = resource(name + ".jsonl");
        String text = file;
        for (String customer : found(CUSTOMER, file)) {
            text = text.replace(customer, customers.apply(customer));
        }
        return new Story(
                steps(text),
                found(PRODUCT, file),
                resource(name + ".expect")
                        .lines()
                        .filter(line -> !line.isBlank() && !line.startsWith("#"))
                        .map(Expectation::parse)
                        .collect(Collectors.toCollection(ArrayDeque::new)));
    }

    /** Takes what is expected of the next decision: the decision itself, and the records that are written with it. */
    List<Expectation> expectedAnswer() {
        List<Expectation> answer = new ArrayList<>(List.of(expectations.remove()));
        while (!expectations.isEmpty() && expectations.element().topic().matches("charges|licenses")) {
            answer.add(expectations.remove());
        }
        return answer;
    }

    private static List<StoryStep> steps(String text) {
        List<StoryStep> steps = new ArrayList<>();
        Optional<Phrase> heading = Optional.empty();
        Optional<Phrase> title = Optional.empty();
        List<Phrase> meanings = new ArrayList<>();
        for (String line : text.lines().toList()) {
            if (line.startsWith("#!")) {
                heading = Optional.of(phrase(line));
            } else if (line.startsWith("#>")) {
                title = Optional.of(phrase(line));
            } else if (line.startsWith("#=")) {
                meanings.add(phrase(line));
            } else if (!line.startsWith("#")) {
                steps.add(
                        new StoryStep(heading, title.orElseThrow(), List.copyOf(meanings), SimulationLine.parse(line)));
                heading = Optional.empty();
                meanings.clear();
            }
        }
        return steps;
    }

    private static Phrase phrase(String line) {
        String[] words = line.substring(2).split("\\|", 2);
        return new Phrase(words[0].strip(), words[1].strip());
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult result) -> result.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String resource(String name) {
        try (InputStream file = Objects.requireNonNull(Story.class.getResourceAsStream(name), name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
