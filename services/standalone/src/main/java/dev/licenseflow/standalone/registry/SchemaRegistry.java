package dev.licenseflow.standalone.registry;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.apache.avro.Schema;

/** The registry without its HTTP: every question and every change, one at a time, each change on disk before it counts. */
final class SchemaRegistry implements AutoCloseable {

    private final SchemaCatalog catalog = new SchemaCatalog();
    private final RegistryLog log;

    SchemaRegistry(Path file) {
        this.log = RegistryLog.open(file, entry -> entry.applyTo(catalog));
    }

    /** Gives the schema its version, or finds the one it has; 409 if it may not follow the versions before it. */
    synchronized RegisteredSchema register(String subject, Schema schema) {
        List<RegisteredSchema> versions = catalog.versions(subject);
        for (RegisteredSchema version : versions) {
            if (version.text().equals(schema.toString())) {
                return version;
            }
        }
        List<String> faults = catalog.level(subject).faults(schema, schemas(versions));
        if (!faults.isEmpty()) {
            throw new RegistryException(
                    409,
                    "Schema being registered is incompatible with an earlier schema for subject \"%s\", details: %s"
                            .formatted(subject, faults));
        }
        RegisteredSchema next = catalog.next(subject, schema);
        record(new RegistryEntry.Registered(next));
        return next;
    }

    synchronized RegisteredSchema find(String subject, Schema schema) {
        return versions(subject).stream()
                .filter(version -> version.text().equals(schema.toString()))
                .findFirst()
                .orElseThrow(RegistryException::schemaNotFound);
    }

    synchronized List<String> subjects() {
        return catalog.subjects();
    }

    synchronized List<RegisteredSchema> versions(String subject) {
        List<RegisteredSchema> versions = catalog.versions(subject);
        if (versions.isEmpty()) {
            throw RegistryException.subjectNotFound(subject);
        }
        return List.copyOf(versions);
    }

    synchronized RegisteredSchema version(String subject, VersionSelector selector) {
        return selector.in(versions(subject));
    }

    /** All subjects' versions that share the id; never empty. */
    synchronized List<RegisteredSchema> withId(int id) {
        return found(catalog.withId(id));
    }

    synchronized List<RegisteredSchema> withGuid(UUID guid) {
        return found(catalog.withGuid(guid));
    }

    /** Why the schema could not be registered after this one version, or after all of them. */
    synchronized List<String> faults(String subject, VersionSelector selector, Schema schema) {
        List<RegisteredSchema> versions = catalog.versions(subject);
        if (versions.isEmpty() && selector.isOpen()) {
            return List.of();
        }
        List<RegisteredSchema> compared = selector.isAll() ? versions : List.of(version(subject, selector));
        return catalog.level(subject).faults(schema, schemas(compared));
    }

    synchronized CompatibilityLevel level(String subject, boolean defaultToGlobal) {
        if (defaultToGlobal || subject.equals(SchemaCatalog.ALL_SUBJECTS)) {
            return catalog.level(subject);
        }
        return catalog.ownLevel(subject)
                .orElseThrow(() -> new RegistryException(
                        40408, "Subject '" + subject + "' does not have subject-level compatibility configured"));
    }

    synchronized void configure(String subject, CompatibilityLevel level) {
        record(new RegistryEntry.Configured(subject, level));
    }

    @Override
    public synchronized void close() throws IOException {
        log.close();
    }

    private void record(RegistryEntry entry) {
        try {
            log.append(entry);
        } catch (IOException e) {
            throw new RegistryException(50001, "Error in the backend data store: " + e.getMessage(), e);
        }
        entry.applyTo(catalog);
    }

    private static List<Schema> schemas(List<RegisteredSchema> versions) {
        return versions.stream().map(RegisteredSchema::schema).toList();
    }

    private static List<RegisteredSchema> found(List<RegisteredSchema> schemas) {
        if (schemas.isEmpty()) {
            throw RegistryException.schemaNotFound();
        }
        return schemas;
    }
}
