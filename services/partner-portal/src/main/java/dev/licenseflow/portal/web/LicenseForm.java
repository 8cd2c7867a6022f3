package dev.licenseflow.portal.web;

import dev.licenseflow.domain.request.Command;
import dev.licenseflow.domain.request.Item;
import dev.licenseflow.domain.request.LicenseChange;
import dev.licenseflow.domain.request.Operation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/**
 * What a person entered for a customer's licenses.
 *
 * @param requestId made when the form was shown, so that sending it twice is one request (D3)
 * @param revision the revision that was on the screen
 * @param was the numbers that were on the screen when the person began
 * @param wanted the numbers now, for next month
 */
record LicenseForm(
        String requestId,
        Screen screen,
        OptionalLong revision,
        SortedMap<String, Integer> was,
        SortedMap<String, Integer> wanted) {

    private static final String WAS = "was.";
    private static final String WANTED = "q.";

    LicenseForm {
        was = Collections.unmodifiableSortedMap(new TreeMap<>(was));
        wanted = Collections.unmodifiableSortedMap(new TreeMap<>(wanted));
    }

    /** A form for something that does not exist yet. */
    static LicenseForm empty() {
        return new LicenseForm(
                newRequestId(), Screen.CUSTOMERS, OptionalLong.empty(), new TreeMap<>(), new TreeMap<>());
    }

    static String newRequestId() {
        return UUID.randomUUID().toString();
    }

    /** The form as a browser sends it; a box that is not ticked is not sent, and counts as none. */
    static LicenseForm read(Map<String, String> parameters) {
        SortedMap<String, Integer> was = numbers(parameters, WAS);
        SortedMap<String, Integer> wanted = numbers(parameters, WANTED);
        was.keySet().forEach(code -> wanted.putIfAbsent(code, 0));
        return new LicenseForm(
                requestId(parameters),
                Screen.of(parameters.getOrDefault("tela", "")),
                revision(parameters.getOrDefault("revision", "")),
                was,
                wanted);
    }

    /** @throws ResponseStatusException if the id is not one that this portal gave to a form */
    static String requestId(Map<String, String> parameters) {
        try {
            return UUID.fromString(parameters.getOrDefault("requestId", "")).toString();
        } catch (IllegalArgumentException notOurs) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "Not a request id", notOurs);
        }
    }

    /** The lines that the person touched. */
    List<LicenseChange> changes() {
        SortedSet<String> codes = new TreeSet<>(was.keySet());
        codes.addAll(wanted.keySet());
        List<LicenseChange> changes = new ArrayList<>();
        for (String code : codes) {
            int to = wanted.getOrDefault(code, 0);
            if (to != was.getOrDefault(code, 0)) {
                changes.add(new LicenseChange(code, Operation.SET, to));
            }
        }
        return changes;
    }

    /** What a new or returning customer starts with. */
    List<Item> items() {
        return wanted.entrySet().stream()
                .filter(entry -> entry.getValue() != 0)
                .map(entry -> new Item(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** The same wishes without the products that do not go with the system. */
    LicenseForm only(Predicate<String> possible) {
        SortedMap<String, Integer> kept = new TreeMap<>(wanted);
        kept.keySet().removeIf(possible.negate());
        return new LicenseForm(requestId, screen, revision, was, kept);
    }

    /** The wishes of a request that was sent before, to go on with them. */
    static SortedMap<String, Integer> wishesOf(Command command) {
        SortedMap<String, Integer> wishes = new TreeMap<>();
        if (command instanceof Command.ChangeLicenses change) {
            change.changes().forEach(line -> wishes.put(line.product(), line.quantity()));
        }
        return wishes;
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

    /** What is no number counts as one that no product allows, so that the answer names the product. */
    private static int number(String text) {
        try {
            return text.isBlank() ? 0 : Integer.parseInt(text.strip());
        } catch (NumberFormatException notANumber) {
            return -1;
        }
    }

    private static OptionalLong revision(String text) {
        try {
            return text.isBlank() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(text));
        } catch (NumberFormatException notANumber) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "Not a revision", notANumber);
        }
    }
}
