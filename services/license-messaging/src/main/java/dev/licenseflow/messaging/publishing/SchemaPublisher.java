package dev.licenseflow.messaging.publishing;

import dev.licenseflow.messaging.topic.TopicValues;
import dev.licenseflow.messaging.wire.SchemaRegistry;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificData;

/** Registers the schema of every topic's values, so that a client finds them before the first record is written. */
public final class SchemaPublisher {

    private SchemaPublisher() {}

    /**
     * Registers what is not registered yet.
     *
     * @return the id of each subject, sorted by subject
     * @throws dev.licenseflow.messaging.wire.RegistryUnavailableException if the registry does not answer
     */
    public static Map<String, Integer> publish(KafkaAccess access) {
        SchemaRegistry registry = SchemaRegistry.of(access.registry());
        Map<String, Integer> ids = new TreeMap<>();
        TopicValues.BY_TOPIC.forEach((topic, type) -> {
            String subject = topic + "-value";
            ids.put(subject, registry.register(subject, SpecificData.get().getSchema(type)));
        });
        return ids;
    }
}
