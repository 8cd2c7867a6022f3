package dev.licenseflow.testkit;

import dev.licenseflow.messaging.topic.LicensingTopics;
import dev.licenseflow.messaging.topic.Topic;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Remembers to which topic each record was written, in order. The test driver keeps a queue per topic; the order between
 * topics is known only where records are serialized.
 */
final class WriteOrder {

    private final Deque<String> topics = new ArrayDeque<>();

    /** The same topics, watched while they are written. */
    LicensingTopics watching(LicensingTopics original) {
        return original.writtenBy(this::watched);
    }

    /** The topics of the records written since the last call, the first one first. */
    Deque<String> take() {
        Deque<String> taken = new ArrayDeque<>(topics);
        topics.clear();
        return taken;
    }

    private <V> Topic<String, V> watched(Topic<String, V> topic) {
        Serializer<V> writer = topic.values().serializer();
        Serializer<V> watching = new Serializer<>() {
            @Override
            public byte[] serialize(String name, V value) {
                topics.add(name);
                return writer.serialize(name, value);
            }

            @Override
            public byte[] serialize(String name, Headers headers, V value) {
                topics.add(name);
                return writer.serialize(name, headers, value);
            }
        };
        Serde<V> values = Serdes.serdeFrom(watching, topic.values().deserializer());
        return new Topic<>(topic.name(), topic.keys(), values);
    }
}
