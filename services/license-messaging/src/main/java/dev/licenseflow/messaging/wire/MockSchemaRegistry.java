package dev.licenseflow.messaging.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.kafka.common.errors.SerializationException;

/**
 * A registry within the process, for tests, the virtual clock and everything else in one JVM. It accepts every schema: whether
 * versions are compatible is for the tests of the schemas to say.
 */
final class MockSchemaRegistry implements SchemaRegistry {

    private static final Map<String, MockSchemaRegistry> SCOPES = new ConcurrentHashMap<>();

    /** Texts by id, which is the index plus one. */
    private final List<String> texts = new ArrayList<>();

    private final Map<String, List<Integer>> idsBySubject = new HashMap<>();
    private final Map<Integer, Schema> schemasById = new HashMap<>();

    static MockSchemaRegistry ofScope(String scope) {
        return SCOPES.computeIfAbsent(scope, name -> new MockSchemaRegistry());
    }

    static void forget(String scope) {
        SCOPES.remove(scope);
    }

    @Override
    public synchronized int register(String subject, String schema) {
        int id = texts.indexOf(schema) + 1;
        if (id == 0) {
            texts.add(schema);
            id = texts.size();
            schemasById.put(id, SchemaText.parse(schema));
        }
        List<Integer> ids = idsBySubject.computeIfAbsent(subject, name -> new ArrayList<>());
        if (!ids.contains(id)) {
            ids.add(id);
        }
        return id;
    }

    @Override
    public synchronized int idOf(String subject, String schema) {
        int id = texts.indexOf(schema) + 1;
        if (!idsBySubject.getOrDefault(subject, List.of()).contains(id)) {
            throw new SerializationException("No such schema under " + subject);
        }
        return id;
    }

    @Override
    public synchronized RegisteredSchema latest(String subject) {
        List<Integer> ids = idsBySubject.getOrDefault(subject, List.of());
        if (ids.isEmpty()) {
            throw new SerializationException("No such subject: " + subject);
        }
        int id = ids.get(ids.size() - 1);
        return new RegisteredSchema(id, schemaOf(id));
    }

    @Override
    public synchronized Schema schemaOf(int id) {
        Schema schema = schemasById.get(id);
        if (schema == null) {
            throw new SerializationException("No schema has the id " + id);
        }
        return schema;
    }

    @Override
    public synchronized Schema schemaOf(UUID guid) {
        return texts.stream()
                .filter(text -> guidOf(text).equals(guid))
                .findFirst()
                .map(text -> schemaOf(texts.indexOf(text) + 1))
                .orElseThrow(() -> new SerializationException("No schema has the GUID " + guid));
    }

    /** The same text has the same GUID in every registry of this kind. */
    static UUID guidOf(String schema) {
        return UUID.nameUUIDFromBytes(schema.getBytes(UTF_8));
    }
}
