package dev.licenseflow.wire;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.avro.Schema;
import org.apache.kafka.common.config.ConfigException;

/** Under which subject the registry keeps the schema of a record; the three strategies of Confluent's serializers. */
enum SubjectNameStrategy {
    /** {@code <topic>-key} or {@code <topic>-value}: one kind of record per topic. The default. */
    TOPIC_NAME,
    /** The full name of the record: the same schema wherever the record is found. */
    RECORD_NAME,
    /** {@code <topic>-<full name of the record>}: many kinds of record per topic. */
    TOPIC_RECORD_NAME;

    String subject(String topic, boolean isKey, Schema schema) {
        return switch (this) {
            case TOPIC_NAME -> topic + (isKey ? "-key" : "-value");
            case RECORD_NAME -> schema.getFullName();
            case TOPIC_RECORD_NAME -> topic + "-" + schema.getFullName();
        };
    }

    /**
     * The strategy that a property names: by Confluent's class name, with or without its package, or in short, such as
     * {@code TopicName}.
     */
    static SubjectNameStrategy named(String property, String value) {
        String simpleName = value.substring(value.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(strategy -> {
                    String known = strategy.name().replace("_", "").toLowerCase(Locale.ROOT);
                    return List.of(known, known + "strategy").contains(simpleName);
                })
                .findFirst()
                .orElseThrow(() -> new ConfigException(property, value, "no strategy that is known here"));
    }
}
