package dev.licenseflow.portal.web;

import dev.licenseflow.domain.request.Command;
import dev.licenseflow.domain.request.Item;
import dev.licenseflow.domain.request.LicenseChange;
import dev.licenseflow.domain.request.Operation;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/**
 * What a person entered for a customer's licenses.
 *
 * @param requestId made when the form was shown, so that sending it twice is one request (D3)
 * @param revision the revision that was on the screen
 * @param was the numbers that were on the screen when the person began
 * @param wanted the numbers now, for next month; they have the products of {@code was}, and others
 */
record LicenseForm(
        String requestId,
        Screen screen,
        OptionalLong revision,
        SortedMap<String, Integer> was,
        SortedMap<String, Integer> wanted) {

    /** A form for something that does not exist yet. */
    static LicenseForm empty() {
        return read(Map.of("requestId", newRequestId()));
    }

    static String newRequestId() {
        return UUID.randomUUID().toString();
    }

    /** The same form with these numbers. */
    LicenseForm with(Map<String, Integer> numbers) {
        return new LicenseForm(requestId, screen, revision, was, new TreeMap<>(numbers));
    }

    /**
     * The form as a browser sends it. A box that is not ticked is not sent, and counts as none; the number beside it is sent, and
     * counts for nothing then.
     */
    static LicenseForm read(Map<String, String> parameters) {
        SortedMap<String, Integer> was = numbers(parameters, "was.");
        SortedMap<String, Integer> wanted = numbers(parameters, "q.");
        was.keySet().forEach(code -> wanted.putIfAbsent(code, 0));
        wanted.replaceAll((code, number) ->
                parameters.containsKey("box." + code) && !parameters.containsKey("on." + code) ? 0 : number);
        return new LicenseForm(
                requestId(parameters),
                Screen.of(parameters.getOrDefault("tela", "")),
                parsed(
                        parameters,
                        "revision",
                        text -> text.isBlank() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(text))),
                was,
                wanted);
    }

    /** @throws ResponseStatusException 400 if the id is not one that this portal gave to a form */
    static String requestId(Map<String, String> parameters) {
        return parsed(parameters, "requestId", UUID::fromString).toString();
    }

    /** The numbers that the person changed. */
    List<LicenseChange> changes() {
        return wanted.entrySet().stream()
                .filter(entry -> !entry.getValue().equals(was.getOrDefault(entry.getKey(), 0)))
                .map(entry -> new LicenseChange(entry.getKey(), Operation.SET, entry.getValue()))
                .toList();
    }

    /** The first licenses of a new or returning customer. */
    List<Item> items() {
        return wanted.entrySet().stream()
                .filter(entry -> entry.getValue() != 0)
                .map(entry -> new Item(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** The same form without the products that the system does not allow. */
    LicenseForm only(Predicate<String> possible) {
        SortedMap<String, Integer> kept = new TreeMap<>(wanted);
        kept.keySet().removeIf(possible.negate());
        return new LicenseForm(requestId, screen, revision, was, kept);
    }

    /** The numbers of a request that was sent before. */
    static SortedMap<String, Integer> wantedBy(Command command) {
        if (command instanceof Command.ChangeLicenses change) {
            return numbers(change.changes());
        }
        return command instanceof Command.ChangeSystem change ? numbers(change.changes()) : new TreeMap<>();
    }

    /** The numbers of lines as this portal sends them, which set a number. */
    static SortedMap<String, Integer> numbers(List<LicenseChange> lines) {
        SortedMap<String, Integer> numbers = new TreeMap<>();
        lines.forEach(line -> numbers.put(line.product(), line.quantity()));
        return numbers;
    }

    private static SortedMap<String, Integer> numbers(Map<String, String> parameters, String prefix) {
        SortedMap<String, Integer> numbers = new TreeMap<>();
        parameters.forEach((name, value) -> {
            if (name.startsWith(prefix)) {
                numbers.put(name.substring(prefix.length()), number(value));
            }
        });
        return numbers;
    }

    /** What is not a number counts as one that no product allows, so that the answer names the product. */
    private static int number(String text) {
        try {
            return text.isBlank() ? 0 : Integer.parseInt(text.strip());
        } catch (NumberFormatException notANumber) {
            return -1;
        }
    }

    private static <T> T parsed(Map<String, String> parameters, String name, Function<String, T> parser) {
        try {
            return parser.apply(parameters.getOrDefault(name, ""));
        } catch (IllegalArgumentException notOurs) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "Not valid: " + name, notOurs);
        }
    }
}
