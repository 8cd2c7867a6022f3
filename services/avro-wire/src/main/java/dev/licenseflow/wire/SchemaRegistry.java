package dev.licenseflow.wire;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.avro.Schema;
import org.apache.kafka.common.config.ConfigException;

/**
 * The registry that gives each schema the id by which records name it. Every method throws
 * {@code SerializationException}, a {@link RegistryRefusalException} over HTTP, when the registry's answer is a final no, and
 * {@link RegistryUnavailableException} when it could not be asked. Safe for use by many threads.
 */
public interface SchemaRegistry {

    /** Scheme of addresses that mean a registry within this Java process, shared by all who name the same scope. */
    String MOCK_SCHEME = "mock://";

    /** Makes the schema the subject's latest version unless it is one already; returns its id. */
    int register(String subject, String schema);

    /** Registers a schema under a subject as Confluent's serializers would, and returns its id. */
    default int register(String subject, Schema schema) {
        return register(subject, SchemaText.of(schema, true));
    }

    /** The id of a schema that has been registered under the subject before. */
    int idOf(String subject, String schema);

    /** The id of a schema as {@link #register(String, Schema)} registers it. */
    default int idOf(String subject, Schema schema) {
        return idOf(subject, SchemaText.of(schema, true));
    }

    RegisteredSchema latest(String subject);

    Schema schemaOf(int id);

    Schema schemaOf(UUID guid);

    /** A schema and its id. */
    record RegisteredSchema(int id, Schema schema) {}

    /**
     * The registry at {@code schema.registry.url}: one or more addresses of the same registry, separated by commas, or
     * {@code mock://scope}. Read too are {@code basic.auth.credentials.source} and {@code basic.auth.user.info},
     * {@code max.retries}, {@code retries.wait.ms}, {@code retries.max.wait.ms} and {@code http.read.timeout.ms}.
     *
     * @throws ConfigException when these make no sense
     */
    static SchemaRegistry of(Map<String, ?> config) {
        SerdeProperties properties = new SerdeProperties(config);
        List<String> urls = properties.texts("schema.registry.url");
        if (urls.stream().noneMatch(url -> url.startsWith(MOCK_SCHEME))) {
            return new HttpSchemaRegistry(new RegistryHttp(properties));
        }
        if (urls.size() > 1) {
            throw new ConfigException("schema.registry.url must hold nothing beside a mock address");
        }
        return MockSchemaRegistry.ofScope(urls.get(0).substring(MOCK_SCHEME.length()));
    }

    /** Forgets a scope of {@code mock://}, so that a test can begin with an empty one. */
    static void forgetMock(String scope) {
        MockSchemaRegistry.forget(scope);
    }
}
