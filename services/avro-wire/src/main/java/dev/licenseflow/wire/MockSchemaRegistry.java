package dev.licenseflow.wire;

import dev.licenseflow.registry.RegistryException;
import dev.licenseflow.registry.RegistryService;
import dev.licenseflow.registry.SubjectVersion;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.apache.avro.Schema;
import org.apache.kafka.common.errors.SerializationException;

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
        return ask(service -> service.register(subject, SchemaText.parse(schema)))
                .id();
    }

    @Override
    public int idOf(String subject, String schema) {
        return ask(service -> service.find(subject, SchemaText.parse(schema), false))
                .id();
    }

    @Override
    public RegisteredSchema latest(String subject) {
        List<SubjectVersion> versions = ask(service -> service.versions(subject, false));
        SubjectVersion latest = versions.get(versions.size() - 1);
        return new RegisteredSchema(latest.id(), latest.schema());
    }

    @Override
    public Schema schemaOf(int id) {
        return ask(service -> service.withId(id)).get(0).schema();
    }

    @Override
    public Schema schemaOf(UUID guid) {
        return ask(service -> service.withGuid(guid)).get(0).schema();
    }

    private <T> T ask(Function<RegistryService, T> question) {
        try {
            return question.apply(registry);
        } catch (RegistryException refusal) {
            throw new SerializationException(refusal.getMessage(), refusal);
        }
    }
}
