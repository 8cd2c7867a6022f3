package dev.licenseflow.messaging.topic;

import org.apache.kafka.common.serialization.Serde;

/**
 * A topic with what its records are made of; the only way to name a topic or a node that reads or writes one.
 *
 * @param <K> what its keys are read as
 * @param <V> what its values are read as
 */
public record Topic<K, V>(String name, Serde<K> keys, Serde<V> values) {

    /** The name of the topic to which its dead letters go, if it has any (D1). */
    public String deadLetters() {
        return deadLettersOf(name);
    }

    static String deadLettersOf(String topic) {
        return topic + ".dlq";
    }

    /** The name of the node that reads it. */
    public String ingest() {
        return "ingest-" + name;
    }

    /** The name of the node that writes it. */
    public String egress() {
        return "egress-" + name;
    }
}
