package dev.licenseflow.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.Incompatibility;

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

    /**
     * Why the candidate may not follow the earlier versions; empty if it may.
     *
     * @param earlier in the order of their versions
     */
    List<String> faults(Schema candidate, List<Schema> earlier) {
        int first = transitive ? 0 : Math.max(0, earlier.size() - 1);
        List<String> faults = new ArrayList<>();
        for (Schema version : earlier.subList(first, earlier.size())) {
            if (newReadsOld) {
                addFaults(faults, candidate, version);
            }
            if (oldReadsNew) {
                addFaults(faults, version, candidate);
            }
        }
        return List.copyOf(faults);
    }

    private static void addFaults(List<String> faults, Schema reader, Schema writer) {
        for (Incompatibility fault : SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
                .getResult()
                .getIncompatibilities()) {
            faults.add("%s at %s: %s".formatted(fault.getType(), fault.getLocation(), fault.getMessage()));
        }
    }
}
