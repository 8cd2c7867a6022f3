package dev.licenseflow.messaging.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A JSON value and where it lies. Each method tells a fault if it is of another type, and then gives a stand-in. */
public final class StrictValue {

    private static final int MAX_SHOWN_LENGTH = 60;

    private final String path;
    private final JsonNode node;
    private final FaultSink faults;

    StrictValue(String path, JsonNode node, FaultSink faults) {
        this.path = path;
        this.node = node;
        this.faults = faults;
    }

    public String text() {
        if (node.isString()) {
            return node.stringValue();
        }
        expected("text");
        return "";
    }

    /** Whether it is this very text. */
    public boolean is(String text) {
        return node.isString() && node.stringValue().equals(text);
    }

    public int wholeNumber() {
        return (int) wholeNumber(Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    public long longWholeNumber() {
        return wholeNumber(Long.MIN_VALUE, Long.MAX_VALUE);
    }

    /** One of the names, such as those of an enum's constants. */
    public String oneOf(List<String> names) {
        if (node.isString() && names.contains(node.stringValue())) {
            return node.stringValue();
        }
        expected("one of " + String.join(", ", names));
        return names.get(0);
    }

    /** One of an enum's constants, given as all there are. */
    public <E extends Enum<E>> E oneOf(E[] constants) {
        String name = oneOf(Arrays.stream(constants).map(Enum::name).collect(Collectors.toList()));
        return Enum.valueOf(constants[0].getDeclaringClass(), name);
    }

    /** An instant in whole milliseconds, which is all that a record can hold. */
    public Instant instant() {
        try {
            Instant instant = OffsetDateTime.parse(node.isString() ? node.stringValue() : "")
                    .toInstant();
            if (instant.equals(instant.truncatedTo(ChronoUnit.MILLIS))) {
                return instant;
            }
        } catch (DateTimeException e) {
            // Told below, together with a time that is too fine.
        }
        expected("an instant such as 2026-03-10T10:00:00-03:00, at most with milliseconds");
        return Instant.EPOCH;
    }

    /** A calendar date. */
    public LocalDate date() {
        try {
            return LocalDate.parse(node.isString() ? node.stringValue() : "");
        } catch (DateTimeException e) {
            expected("a date such as 2026-03-10");
            return LocalDate.EPOCH;
        }
    }

    public boolean flag() {
        if (node.isBoolean()) {
            return node.booleanValue();
        }
        expected("true or false");
        return false;
    }

    public StrictObject object() {
        if (node.isObject()) {
            return new StrictObject(path, node.asObject(), faults);
        }
        expected("an object");
        ObjectNode nothing = JsonNodeFactory.instance.objectNode();
        return new StrictObject(path, nothing, FaultSink.IGNORE);
    }

    public List<StrictValue> list() {
        List<StrictValue> values = new ArrayList<>();
        if (!node.isArray()) {
            expected("a list");
            return values;
        }
        for (JsonNode element : node.values()) {
            values.add(new StrictValue(path + "[" + values.size() + "]", element, faults));
        }
        return values;
    }

    public List<String> texts() {
        List<String> texts = new ArrayList<>();
        list().forEach(value -> texts.add(value.text()));
        return texts;
    }

    private long wholeNumber(long min, long max) {
        if (!node.isIntegralNumber()) {
            expected("a whole number");
            return min;
        }
        if (!node.canConvertToLong() || node.longValue() < min || node.longValue() > max) {
            expected("a whole number from " + min + " to " + max);
            return min;
        }
        return node.longValue();
    }

    private void expected(String what) {
        faults.add(path, "expected " + what + ", found " + found());
    }

    private String found() {
        if (node.isContainer()) {
            return node.isObject() ? "an object" : "a list";
        }
        String shown = node.toString();
        return shown.length() <= MAX_SHOWN_LENGTH ? shown : shown.substring(0, MAX_SHOWN_LENGTH) + "…";
    }
}
