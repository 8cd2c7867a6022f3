package dev.licenseflow.wire;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.common.config.ConfigException;

/**
 * Typed look into the map of properties that Kafka hands to a serde, whose values may be texts or typed already. A property
 * of the registry client may be given with the prefix {@code schema.registry.}, which then wins, as at Confluent. A faulty
 * value is reported by its name only where it may be a secret.
 */
record SerdeProperties(Map<String, ?> values) {

    private static final String CLIENT_PREFIX = "schema.registry.";

    Optional<String> text(String name) {
        return Stream.of(CLIENT_PREFIX + name, name)
                .map(values::get)
                .filter(Objects::nonNull)
                .map(value -> value instanceof Class<?> type ? type.getName() : value.toString())
                .map(String::trim)
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    boolean flag(String name, boolean otherwise) {
        return text(name)
                .map(value -> switch (value) {
                    case "true" -> true;
                    case "false" -> false;
                    default -> throw new ConfigException(name, value, "must be true or false");
                })
                .orElse(otherwise);
    }

    int number(String name, int otherwise) {
        Optional<String> given = text(name);
        try {
            int number = given.map(Integer::parseInt).orElse(otherwise);
            if (number < 0) {
                throw new ConfigException(name, number, "must not be negative");
            }
            return number;
        } catch (NumberFormatException e) {
            throw new ConfigException(name, given.orElseThrow(), "must be a whole number");
        }
    }

    Duration millis(String name, Duration otherwise) {
        return Duration.ofMillis(number(name, Math.toIntExact(otherwise.toMillis())));
    }

    /** The parts of a comma-separated text, or of a list. */
    List<String> texts(String name) {
        Stream<String> parts = values.get(name) instanceof Collection<?> list
                ? list.stream().map(Object::toString)
                : text(name).stream().flatMap(value -> Arrays.stream(value.split(",", -1)));
        return parts.map(String::trim).filter(part -> !part.isEmpty()).toList();
    }
}
