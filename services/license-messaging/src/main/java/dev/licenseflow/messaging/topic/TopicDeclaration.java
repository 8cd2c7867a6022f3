package dev.licenseflow.messaging.topic;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.serialization.Serdes;

/**
 * All there is to know of a topic of the contract. Each is declared once, in {@link LicensingTopics}; provisioning, schemas,
 * topology, commands and documents are made from that or checked against it.
 *
 * @param name of the topic, {@code licensing.<plural noun>}
 * @param key what a record's key is
 * @param codec of the values
 * @param shape the topic's settings, for a name and a number of partitions
 * @param writers who writes it, as the documents name them
 * @param readers who reads it, likewise
 * @param isInput whether it comes from outside: what cannot be decided goes to its dead letters
 * @param <V> what the values are read as
 */
public record TopicDeclaration<V>(
        String name, Key key, Codec<?, V> codec, Shape shape, String writers, String readers, boolean isInput) {

    static final String PROCESSOR = "processor";

    /** What the key of a record is, always as UTF-8 text. */
    public enum Key {
        /** The customer id, on as many partitions as are configured. */
        CUSTOMER,
        /** The number of the partition, on as many partitions as are configured. */
        PARTITION,
        /** The number of a catalog version, on one partition. */
        VERSION
    }

    /** The settings of a topic. */
    @FunctionalInterface
    public interface Shape {

        TopicSpec of(String name, int partitions);
    }

    /** Whether the processor writes it. */
    boolean isOutput() {
        return writers.equals(PROCESSOR);
    }

    /** The topic to which dead letters go (D1). */
    public String deadLetters() {
        return Topic.deadLettersOf(name);
    }

    /** The subject under which the schema of the values is registered. */
    public String subject() {
        return name + "-value";
    }

    public Schema schema() {
        return SpecificData.get().getSchema(codec.type());
    }

    /** The topic as read and written with a schema registry. */
    Topic<String, V> bound(Map<String, ?> config) {
        return new Topic<>(name, Serdes.String(), codec.serde(config));
    }

    /** The topic's settings. */
    public TopicSpec spec(int partitions) {
        return shape.of(name, key == Key.VERSION ? 1 : partitions);
    }

    /** The topic's settings, and those of its dead letters if it has any. */
    Stream<TopicSpec> specs(int partitions) {
        return isInput ? Stream.of(spec(partitions), deadLetterSpec(partitions)) : Stream.of(spec(partitions));
    }

    private TopicSpec deadLetterSpec(int partitions) {
        return TopicSpec.events(
                deadLetters(), partitions, LicensingTopics.DEAD_LETTER_RETENTION, TimestampType.CREATE_TIME);
    }

    /** The names of the topic and of its dead letters. */
    public List<String> names() {
        return specs(1).map(TopicSpec::name).toList();
    }
}
