import dev.licenseflow.schema.LicenseRequest;
import dev.licenseflow.schema.request.Channel;
import dev.licenseflow.schema.request.Item;
import dev.licenseflow.schema.request.RegisterCustomer;
import dev.licenseflow.schema.request.RenewalMethod;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** PublishRequest BOOTSTRAP REGISTRY CUSTOMER REQUEST_ID: registers a customer. */
public class PublishRequest {

    public static void main(String[] arguments) throws Exception {
        // Avro 1.12.2 and later refuses generated classes that it is not told to trust.
        System.setProperty("org.apache.avro.SERIALIZABLE_PACKAGES", "dev.licenseflow.schema");
        String customer = arguments[2];
        LicenseRequest request = LicenseRequest.newBuilder()
                .setRequestId(arguments[3])
                .setCustomerId(customer)
                .setPartnerId("p1")
                .setChannel(Channel.CUSTOMERS)
                .setCommand(new RegisterCustomer("link", RenewalMethod.MANUAL, List.of(new Item("cloud", 1))))
                .build();
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", arguments[0],
                "key.serializer", StringSerializer.class,
                "value.serializer", KafkaAvroSerializer.class,
                "schema.registry.url", arguments[1],
                "auto.register.schemas", false,
                "use.latest.version", true,
                "avro.remove.java.properties", true,
                "compression.type", "lz4");
        try (KafkaProducer<String, LicenseRequest> producer = new KafkaProducer<>(settings)) {
            var sent = producer.send(new ProducerRecord<>("licensing.requests", customer, request))
                    .get();
            System.out.printf("{\"partition\": %d, \"offset\": %d}%n", sent.partition(), sent.offset());
        }
    }
}
