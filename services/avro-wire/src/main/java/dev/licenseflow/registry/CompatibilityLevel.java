package dev.licenseflow.registry;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;

/**
 * Which readers must be able to read which writers' records when a subject gets a new version. BACKWARD, the default,
 * lets consumers move first: the new version reads what the latest one wrote.
 */
enum CompatibilityLevel {
    NONE(false, false, false),
    BACKWARD(true, false, false),
    BACKWARD_TRANSITIVE(true, false, true),
    FORWARD(false, true, false),
    FORWARD_TRANSITIVE(false, true, true),
    FULL(true, true, false),
    FULL_TRANSITIVE(true, true, true);

    private final boolean newReadsOld;
    private final boolean oldReadsNew;
    private final boolean transitive;

    CompatibilityLevel(boolean newReadsOld, boolean oldReadsNew, boolean transitive) {
        this.newReadsOld = newReadsOld;
        this.oldReadsNew = oldReadsNew;
        this.transitive = transitive;
    }

    static CompatibilityLevel parse(String name) {
        try {
            return valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new RegistryException(42203, "Invalid compatibility level: " + name, e);
        }
    }

    /** Why the candidate may not follow the earlier versions, which are given in their order; empty if it may. */
    List<String> faults(Schema candidate, List<Schema> earlier) {
        int first = transitive ? 0 : Math.max(0, earlier.size() - 1);
        return earlier.subList(first, earlier.size()).stream()
                .flatMap(version -> Stream.concat(
                        newReadsOld ? faults(candidate, version) : Stream.empty(),
                        oldReadsNew ? faults(version, candidate) : Stream.empty()))
                .toList();
    }

    private static Stream<String> faults(Schema reader, Schema writer) {
        return SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
                .getResult()
                .getIncompatibilities()
                .stream()
                .map(fault -> "%s at %s: %s".formatted(fault.getType(), fault.getLocation(), fault.getMessage()));
    }
}
