package dev.licenseflow.wire;

import dev.licenseflow.registry.RegistryService;
import dev.licenseflow.registry.SubjectVersion;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;

/** The registry of this project in this process and in memory: for tests, the virtual clock and everything else in one JVM. */
final class MockSchemaRegistry implements SchemaRegistry {

    private static final Map<String, MockSchemaRegistry> SCOPES = new ConcurrentHashMap<>();

    private final RegistryService registry = new RegistryService();

    static MockSchemaRegistry ofScope(String scope) {
        return SCOPES.computeIfAbsent(scope, name -> new MockSchemaRegistry());
    }

    static void forget(String scope) {
        SCOPES.remove(scope);
    }

    @Override
    public int register(String subject, String schema) {
        return registry.register(subject, SchemaText.parse(schema)).id();
    }

    @Override
    public int idOf(String subject, String schema) {
        return registry.find(subject, SchemaText.parse(schema), false).id();
    }

    @Override
    public RegisteredSchema latest(String subject) {
        List<SubjectVersion> versions = registry.versions(subject, false);
        SubjectVersion latest = versions.get(versions.size() - 1);
        return new RegisteredSchema(latest.id(), latest.schema());
    }

    @Override
    public Schema schemaOf(int id) {
        return registry.withId(id).get(0).schema();
    }

    @Override
    public Schema schemaOf(UUID guid) {
        return registry.withGuid(guid).get(0).schema();
    }
}
