package dev.licenseflow.wire;

import java.util.Arrays;
import java.util.Locale;
import org.apache.avro.Schema;
import org.apache.kafka.common.config.ConfigException;

/** Under which subject the registry keeps the schema of a record; the three strategies of Confluent's serializers. */
enum SubjectNameStrategy {
    /** {@code <topic>-key} or {@code <topic>-value}: one kind of record per topic. The default. */
    TOPIC_NAME("TopicNameStrategy") {
        @Override
        String subject(String topic, boolean isKey, Schema schema) {
            return topic + (isKey ? "-key" : "-value");
        }
    },
    /** The full name of the record: the same schema wherever the record is found. */
    RECORD_NAME("RecordNameStrategy") {
        @Override
        String subject(String topic, boolean isKey, Schema schema) {
            return schema.getFullName();
        }
    },
    /** {@code <topic>-<full name of the record>}: many kinds of record per topic. */
    TOPIC_RECORD_NAME("TopicRecordNameStrategy") {
        @Override
        String subject(String topic, boolean isKey, Schema schema) {
            return topic + "-" + schema.getFullName();
        }
    };

    private final String className;

    SubjectNameStrategy(String className) {
        this.className = className;
    }

    abstract String subject(String topic, boolean isKey, Schema schema);

    /**
     * The strategy that a property names: by Confluent's class name, with or without its package, or in short, such as
     * {@code TopicName}.
     */
    static SubjectNameStrategy named(String property, String value) {
        String simpleName = value.substring(value.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(strategy -> {
                    String known = strategy.className.toLowerCase(Locale.ROOT);
                    return simpleName.equals(known) || (simpleName + "strategy").equals(known);
                })
                .findFirst()
                .orElseThrow(() -> new ConfigException(property, value, "no strategy that is known here"));
    }
}
