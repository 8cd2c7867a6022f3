package dev.licenseflow.registry;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.apache.avro.Schema;

/**
 * The registry without its HTTP: every question and every change, one at a time. Each change is on disk before it counts, unless
 * the registry is in memory.
 *
 * <p>Its methods throw {@link RegistryException} where the answer is an error.
 */
public final class RegistryService implements AutoCloseable {

    private final SchemaCatalog catalog = new SchemaCatalog();
    private final Optional<RegistryLog> log;

    RegistryService(Path file) {
        this.log = Optional.of(RegistryLog.open(file, entry -> entry.applyTo(catalog)));
    }

    /** A registry in memory. */
    public RegistryService() {
        this.log = Optional.empty();
    }

    /**
     * Gives the schema its version, or finds the one it has, in a read-only subject too; 409 if it may not follow the
     * versions before it.
     */
    public synchronized SubjectVersion register(String subject, Schema schema) {
        List<SubjectVersion> versions = catalog.versions(subject, false);
        Optional<SubjectVersion> known = withText(versions, schema);
        if (known.isPresent()) {
            return known.get();
        }
        requireWritable(subject);
        List<String> faults = catalog.levels().of(subject).faults(schema, schemas(versions));
        if (!faults.isEmpty()) {
            throw new RegistryException(
                    409,
                    "Schema being registered is incompatible with an earlier schema for subject \"%s\", details: %s"
                            .formatted(subject, faults));
        }
        SubjectVersion next = catalog.next(subject, schema);
        record(RegistryEntry.registered(next));
        return next;
    }

    public synchronized SubjectVersion find(String subject, Schema schema, boolean withDeleted) {
        return withText(versions(subject, withDeleted), schema).orElseThrow(RegistryException::schemaNotFound);
    }

    synchronized List<String> subjects(boolean withDeleted) {
        return catalog.subjects(withDeleted);
    }

    public synchronized List<SubjectVersion> versions(String subject, boolean withDeleted) {
        List<SubjectVersion> versions = catalog.versions(subject, withDeleted);
        if (versions.isEmpty()) {
            throw RegistryException.subjectNotFound(subject);
        }
        return versions;
    }

    /** The latest version is never a deleted one. */
    public synchronized SubjectVersion version(String subject, VersionSelector selector, boolean withDeleted) {
        List<SubjectVersion> versions = versions(subject, withDeleted);
        return selector.in(selector.isOpen() ? catalog.versions(subject, false) : versions);
    }

    /** Deletes all versions softly, or for good if all have been deleted softly; returns their numbers. */
    synchronized List<Integer> deleteSubject(String subject, boolean permanent) {
        List<SubjectVersion> all = versions(subject, true);
        List<SubjectVersion> live = catalog.versions(subject, false);
        if (!permanent && live.isEmpty()) {
            throw new RegistryException(
                    40404, "Subject '" + subject + "' was soft deleted. Set permanent=true to delete permanently");
        }
        requireWritable(subject);
        if (permanent && !live.isEmpty()) {
            throw new RegistryException(
                    40405, "Subject '" + subject + "' was not deleted first before being permanently deleted");
        }
        List<Integer> numbers =
                (permanent ? all : live).stream().map(SubjectVersion::version).toList();
        record(RegistryEntry.deleted(subject, numbers, permanent));
        return numbers;
    }

    /** Deletes one version softly, or for good if it has been deleted softly; returns its number. */
    synchronized int deleteVersion(String subject, VersionSelector selector, boolean permanent) {
        SubjectVersion version = version(subject, selector, true);
        String named = "Subject '%s' Version %d".formatted(version.subject(), version.version());
        if (!permanent && version.deleted()) {
            throw new RegistryException(40406, named + " was soft deleted. Set permanent=true to delete permanently");
        }
        requireWritable(subject);
        if (permanent && !version.deleted()) {
            throw new RegistryException(40407, named + " was not deleted first before being permanently deleted");
        }
        record(RegistryEntry.deleted(subject, List.of(version.version()), permanent));
        return version.version();
    }

    /** The versions of all subjects that share the id, deleted ones too, since records name them; never empty. */
    public List<SubjectVersion> withId(int id) {
        return all(schema -> schema.id() == id);
    }

    public List<SubjectVersion> withGuid(UUID guid) {
        return all(schema -> schema.guid().equals(guid));
    }

    private synchronized List<SubjectVersion> all(Predicate<SubjectVersion> wanted) {
        List<SubjectVersion> found = catalog.all(wanted);
        if (found.isEmpty()) {
            throw RegistryException.schemaNotFound();
        }
        return found;
    }

    /** Why the schema could not be registered after this one version, or after all of them. */
    synchronized List<String> faults(String subject, VersionSelector selector, Schema schema) {
        List<SubjectVersion> versions = catalog.versions(subject, false);
        if (versions.isEmpty() && selector.isOpen()) {
            return List.of();
        }
        List<SubjectVersion> compared =
                selector.equals(VersionSelector.ALL) ? versions : List.of(version(subject, selector, false));
        return catalog.levels().of(subject).faults(schema, schemas(compared));
    }

    synchronized CompatibilityLevel level(String subject, boolean defaultToGlobal) {
        return catalog.levels()
                .asked(subject, defaultToGlobal)
                .orElseThrow(() -> new RegistryException(
                        40408, "Subject '" + subject + "' does not have subject-level compatibility configured"));
    }

    synchronized void configure(String subject, CompatibilityLevel level) {
        requireWritable(subject);
        record(RegistryEntry.configured(subject, Optional.of(level)));
    }

    /** Returns the level that is no more. */
    synchronized CompatibilityLevel deleteLevel(String subject) {
        CompatibilityLevel level =
                catalog.levels().own(subject).orElseThrow(() -> RegistryException.subjectNotFound(subject));
        requireWritable(subject);
        record(RegistryEntry.configured(subject, Optional.empty()));
        return level;
    }

    synchronized SubjectMode mode(String subject, boolean defaultToGlobal) {
        return catalog.modes()
                .asked(subject, defaultToGlobal)
                .orElseThrow(() -> new RegistryException(
                        40409, "Subject '" + subject + "' does not have subject-level mode configured"));
    }

    synchronized void setMode(String subject, SubjectMode mode) {
        record(RegistryEntry.modeSet(subject, Optional.of(mode)));
    }

    /** Returns the mode that is no more. */
    synchronized SubjectMode deleteMode(String subject) {
        if (!subject.equals(SchemaCatalog.ALL_SUBJECTS)
                && catalog.modes().own(subject).isEmpty()) {
            throw RegistryException.subjectNotFound(subject);
        }
        SubjectMode mode = catalog.modes().of(subject);
        record(RegistryEntry.modeSet(subject, Optional.empty()));
        return mode;
    }

    @Override
    public synchronized void close() throws IOException {
        if (log.isPresent()) {
            log.get().close();
        }
    }

    private void requireWritable(String subject) {
        if (catalog.modes().of(subject) == SubjectMode.READONLY) {
            throw new RegistryException(42205, "Subject " + subject + " is in read-only mode");
        }
    }

    private void record(RegistryEntry entry) {
        try {
            if (log.isPresent()) {
                log.get().append(entry);
            }
        } catch (IOException e) {
            throw new RegistryException(50001, "Error in the backend data store: " + e.getMessage(), e);
        }
        entry.applyTo(catalog);
    }

    private static Optional<SubjectVersion> withText(List<SubjectVersion> versions, Schema schema) {
        return versions.stream()
                .filter(version -> version.text().equals(schema.toString()))
                .findFirst();
    }

    private static List<Schema> schemas(List<SubjectVersion> versions) {
        return versions.stream().map(SubjectVersion::schema).toList();
    }
}
