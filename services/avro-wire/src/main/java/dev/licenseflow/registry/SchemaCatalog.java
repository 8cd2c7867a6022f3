package dev.licenseflow.registry;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.avro.Schema;

/**
 * What the registry knows, in memory: the fold of its log. Only entries of the log change it, live and at the start
 * alike. Not safe for threads; {@link RegistryService} guards it.
 */
final class SchemaCatalog {

    /** The subject under which level and mode for all subjects are kept; no real subject is empty. */
    static final String ALL_SUBJECTS = "";

    private final SortedMap<String, List<SubjectVersion>> versionsBySubject = new TreeMap<>();
    private final Map<String, Integer> idByText = new HashMap<>();
    private final SubjectSettings<CompatibilityLevel> levels = new SubjectSettings<>(CompatibilityLevel.BACKWARD);
    private final SubjectSettings<SubjectMode> modes = new SubjectSettings<>(SubjectMode.READWRITE);
    private int lastId;

    /** Adds a version, which takes the place of a deleted one with the same schema. */
    void add(SubjectVersion schema) {
        if (schema.version() < nextVersion(schema.subject())) {
            throw new IllegalStateException("version " + schema.version() + " of " + schema.subject() + " out of turn");
        }
        List<SubjectVersion> versions =
                versionsBySubject.computeIfAbsent(schema.subject(), subject -> new ArrayList<>());
        versions.removeIf(version -> version.deleted() && version.id() == schema.id());
        versions.add(schema);
        idByText.put(schema.text(), schema.id());
        lastId = Math.max(lastId, schema.id());
    }

    /** Deletes versions; a subject whose last version is deleted softly loses its level and its mode. */
    void delete(String subject, List<Integer> numbers, boolean permanent) {
        List<SubjectVersion> versions = versionsBySubject.getOrDefault(subject, List.of());
        if (permanent) {
            versions.removeIf(version -> numbers.contains(version.version()));
            if (versions.isEmpty()) {
                versionsBySubject.remove(subject);
            }
            return;
        }
        versions.replaceAll(version -> numbers.contains(version.version()) ? version.deletedSoftly() : version);
        if (versions.stream().allMatch(SubjectVersion::deleted)) {
            levels.set(subject, Optional.empty());
            modes.set(subject, Optional.empty());
        }
    }

    /** Sorted. */
    List<String> subjects(boolean withDeleted) {
        return versionsBySubject.keySet().stream()
                .filter(subject -> !versions(subject, withDeleted).isEmpty())
                .toList();
    }

    /** In order; empty if there is no such subject. */
    List<SubjectVersion> versions(String subject, boolean withDeleted) {
        return versionsBySubject.getOrDefault(subject, List.of()).stream()
                .filter(version -> withDeleted || !version.deleted())
                .toList();
    }

    SubjectSettings<CompatibilityLevel> levels() {
        return levels;
    }

    SubjectSettings<SubjectMode> modes() {
        return modes;
    }

    /** The schema as the next version of its subject, under the id it has or had anywhere, or the next free one. */
    SubjectVersion next(String subject, Schema schema) {
        int id = idByText.getOrDefault(schema.toString(), lastId + 1);
        return new SubjectVersion(subject, nextVersion(subject), id, schema, false);
    }

    private int nextVersion(String subject) {
        List<SubjectVersion> versions = versions(subject, true);
        return versions.isEmpty() ? 1 : versions.get(versions.size() - 1).version() + 1;
    }

    /** Deleted ones too. */
    List<SubjectVersion> all(Predicate<SubjectVersion> wanted) {
        return versionsBySubject.values().stream()
                .flatMap(Collection::stream)
                .filter(wanted)
                .toList();
    }

    /** A setting of subjects. One without a value of its own has that of the empty subject, or else the default. */
    static final class SubjectSettings<E> {

        private final Map<String, E> values = new HashMap<>();
        private final E byDefault;

        SubjectSettings(E byDefault) {
            this.byDefault = byDefault;
        }

        E of(String subject) {
            return own(subject).or(() -> own(ALL_SUBJECTS)).orElse(byDefault);
        }

        /** The value that was set for this subject itself. */
        Optional<E> own(String subject) {
            return Optional.ofNullable(values.get(subject));
        }

        /** As a client asks: for all subjects there is always a value, for one only its own unless it says otherwise. */
        Optional<E> asked(String subject, boolean defaultToGlobal) {
            return defaultToGlobal || subject.equals(ALL_SUBJECTS) ? Optional.of(of(subject)) : own(subject);
        }

        void set(String subject, Optional<E> value) {
            value.ifPresentOrElse(given -> values.put(subject, given), () -> values.remove(subject));
        }
    }
}
