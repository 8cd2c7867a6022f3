import dev.licenseflow.schema.LicenseDecision;
import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** ReadDecisions BOOTSTRAP REGISTRY CUSTOMER REQUEST_ID: prints a customer's decisions up to that of the request. */
public class ReadDecisions {

    public static void main(String[] arguments) {
        // Avro 1.12.2 and later refuses generated classes that it is not told to trust.
        System.setProperty("org.apache.avro.SERIALIZABLE_PACKAGES", "dev.licenseflow.schema");
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", arguments[0],
                "group.id", "java-" + arguments[2],
                "auto.offset.reset", "earliest",
                "isolation.level", "read_committed",
                "key.deserializer", StringDeserializer.class,
                "value.deserializer", KafkaAvroDeserializer.class,
                "schema.registry.url", arguments[1],
                "specific.avro.reader", true);
        try (KafkaConsumer<String, LicenseDecision> consumer = new KafkaConsumer<>(settings)) {
            consumer.subscribe(List.of("licensing.decisions"));
            while (true) {
                for (ConsumerRecord<String, LicenseDecision> record : consumer.poll(Duration.ofSeconds(1))) {
                    if (record.key().equals(arguments[2])) {
                        System.out.println(record.value());
                        if (record.value().getCauseId().equals(arguments[3])) {
                            return;
                        }
                    }
                }
            }
        }
    }
}
