package dev.licenseflow.wire;

import java.util.UUID;
import org.apache.avro.Schema;
import org.apache.kafka.common.errors.SerializationException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The REST API that Confluent's registry, Apicurio (under {@code /apis/ccompat/v7}) and the standalone's registry have in common.
 * What an id stands for never changes, so that is asked once; the registry bounds how much there is to remember.
 */
final class HttpSchemaRegistry implements SchemaRegistry {

    private final RegistryHttp http;
    private final LookupCache<Integer, Schema> schemasById = new LookupCache<>();
    private final LookupCache<UUID, Schema> schemasByGuid = new LookupCache<>();

    HttpSchemaRegistry(RegistryHttp http) {
        this.http = http;
    }

    @Override
    public int register(String subject, String schema) {
        return idIn(http.post(path(subject) + "/versions", body(schema)));
    }

    @Override
    public int idOf(String subject, String schema) {
        return idIn(http.post(path(subject), body(schema)));
    }

    @Override
    public RegisteredSchema latest(String subject) {
        JsonNode answer = http.get(path(subject) + "/versions/latest");
        return new RegisteredSchema(idIn(answer), schemaIn(answer));
    }

    @Override
    public Schema schemaOf(int id) {
        return schemasById.get(id, asked -> schemaIn(http.get("/schemas/ids/" + asked)));
    }

    @Override
    public Schema schemaOf(UUID guid) {
        return schemasByGuid.get(guid, asked -> schemaIn(http.getIfOffered("/schemas/guids/" + asked)));
    }

    private static String path(String subject) {
        return "/subjects/" + RegistryHttp.encoded(subject);
    }

    private static JsonNode body(String schema) {
        return JsonNodeFactory.instance.objectNode().put("schema", schema);
    }

    private static int idIn(JsonNode answer) {
        JsonNode id = answer.path("id");
        if (!id.isInt()) {
            throw isNoRegistry("id");
        }
        return id.asInt();
    }

    private static Schema schemaIn(JsonNode answer) {
        String type = answer.path("schemaType").asString("AVRO");
        if (!type.equals("AVRO")) {
            throw new SerializationException("The schema is not of type AVRO but " + type);
        }
        if (!answer.path("references").isEmpty()) {
            throw new SerializationException("The schema refers to other schemas, which is not supported");
        }
        JsonNode schema = answer.path("schema");
        if (!schema.isString()) {
            throw isNoRegistry("schema");
        }
        return SchemaText.parse(schema.asString());
    }

    /** Something between us and the registry answers in its place; that is no fault of the record. */
    private static RegistryUnavailableException isNoRegistry(String missing) {
        return new RegistryUnavailableException("The answer of the schema registry has no " + missing, null);
    }
}
