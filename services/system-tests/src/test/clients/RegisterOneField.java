import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import java.util.Map;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.kafka.common.errors.SerializationException;

/** RegisterOneField REGISTRY: serializes a LicenseRequest of one field, and registers it by itself. */
public class RegisterOneField {

    public static void main(String[] arguments) {
        var schema = SchemaBuilder.record("LicenseRequest")
                .namespace("dev.licenseflow.schema")
                .fields()
                .requiredString("requestId")
                .endRecord();
        var request = new GenericRecordBuilder(schema).set("requestId", "r1").build();
        try (KafkaAvroSerializer serializer = new KafkaAvroSerializer()) {
            serializer.configure(Map.of("schema.registry.url", arguments[0]), false);
            System.out.printf("{\"bytes\": %d}%n", serializer.serialize("licensing.requests", request).length);
        } catch (SerializationException refused) {
            var cause = (RestClientException) refused.getCause();
            System.out.printf("{\"status\": %d, \"errorCode\": %d}%n", cause.getStatus(), cause.getErrorCode());
        }
    }
}
