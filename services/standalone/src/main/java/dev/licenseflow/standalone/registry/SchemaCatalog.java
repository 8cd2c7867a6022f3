package dev.licenseflow.standalone.registry;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import org.apache.avro.Schema;

/**
 * What the registry knows, in memory: the fold of its log. Only entries of the log change it, live and at the start
 * alike. Not safe for threads; {@link SchemaRegistry} guards it.
 */
final class SchemaCatalog {

    /** The subject under which the level for all subjects is kept; no real subject is empty. */
    static final String ALL_SUBJECTS = "";

    private final SortedMap<String, List<RegisteredSchema>> versionsBySubject = new TreeMap<>();
    private final Map<String, Integer> idByText = new HashMap<>();
    private final Map<String, CompatibilityLevel> levels = new HashMap<>();
    private int lastId;

    void add(RegisteredSchema schema) {
        List<RegisteredSchema> versions =
                versionsBySubject.computeIfAbsent(schema.subject(), subject -> new ArrayList<>());
        if (schema.version() != versions.size() + 1) {
            throw new IllegalStateException("version " + schema.version() + " of " + schema.subject() + " out of turn");
        }
        versions.add(schema);
        idByText.put(schema.text(), schema.id());
        lastId = Math.max(lastId, schema.id());
    }

    void configure(String subject, CompatibilityLevel level) {
        levels.put(subject, level);
    }

    List<String> subjects() {
        return List.copyOf(versionsBySubject.keySet());
    }

    /** In order; empty if there is no such subject. */
    List<RegisteredSchema> versions(String subject) {
        return Collections.unmodifiableList(versionsBySubject.getOrDefault(subject, List.of()));
    }

    List<RegisteredSchema> withId(int id) {
        return all(schema -> schema.id() == id);
    }

    List<RegisteredSchema> withGuid(UUID guid) {
        return all(schema -> schema.guid().equals(guid));
    }

    /** The level set for this subject itself. */
    Optional<CompatibilityLevel> ownLevel(String subject) {
        return Optional.ofNullable(levels.get(subject));
    }

    CompatibilityLevel level(String subject) {
        return ownLevel(subject).or(() -> ownLevel(ALL_SUBJECTS)).orElse(CompatibilityLevel.BACKWARD);
    }

    /** The schema as the next version of its subject, under the id it has elsewhere or the next free one. */
    RegisteredSchema next(String subject, Schema schema) {
        int id = Optional.ofNullable(idByText.get(schema.toString())).orElse(lastId + 1);
        return new RegisteredSchema(subject, versions(subject).size() + 1, id, schema);
    }

    private List<RegisteredSchema> all(Predicate<RegisteredSchema> wanted) {
        return versionsBySubject.values().stream()
                .flatMap(Collection::stream)
                .filter(wanted)
                .toList();
    }
}
