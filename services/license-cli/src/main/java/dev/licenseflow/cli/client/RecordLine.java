package dev.licenseflow.cli.client;

import dev.licenseflow.messaging.json.RecordJson;
import dev.licenseflow.messaging.mapping.UnreadableRecordException;
import dev.licenseflow.messaging.topic.TopicReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * A record of a running pipeline as one line of JSON: as the simulator prints it, with where it lies. One that cannot be
 * decoded is a line like any other, since that is what somebody who reads a topic wants to see.
 */
public final class RecordLine {

    private static final JsonFactory FACTORY = new JsonFactory();

    private final TopicReader reader;
    private final RecordJson json;

    /**
     * @param registry the Confluent properties of the schema registry
     * @param zone in which instants are shown
     */
    public RecordLine(Map<String, String> registry, ZoneId zone) {
        this.reader = new TopicReader(registry);
        this.json = new RecordJson(zone);
    }

    /** The line, without a line break. */
    public String of(ConsumerRecord<byte[], byte[]> record) {
        StringWriter text = new StringWriter();
        try (JsonGenerator line = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            line.writeStartObject();
            line.writeStringProperty("topic", record.topic());
            line.writeNumberProperty("partition", record.partition());
            line.writeNumberProperty("offset", record.offset());
            line.writeStringProperty("key", keyOf(record).orElse(null));
            line.writeStringProperty("at", json.format(Instant.ofEpochMilli(record.timestamp())));
            if (record.topic().endsWith(".dlq")) {
                headers(record, line);
            }
            value(record, line);
            line.writeEndObject();
        }
        return text.toString();
    }

    /** The key as text; empty if there is none. */
    public static Optional<String> keyOf(ConsumerRecord<byte[], byte[]> record) {
        byte @Nullable [] key = record.key();
        return key == null ? Optional.empty() : Optional.of(new String(key, StandardCharsets.UTF_8));
    }

    /** The text of a header; empty if there is none of that name. */
    public static Optional<String> header(ConsumerRecord<byte[], byte[]> record, String name) {
        return Optional.ofNullable(record.headers().lastHeader(name))
                .map(header -> new String(header.value(), StandardCharsets.UTF_8));
    }

    private static void headers(ConsumerRecord<byte[], byte[]> record, JsonGenerator line) {
        TreeMap<String, String> sorted = new TreeMap<>();
        record.headers()
                .forEach(header -> sorted.put(
                        header.key(),
                        header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8)));
        line.writeName("headers");
        line.writeStartObject();
        sorted.forEach(line::writeStringProperty);
        line.writeEndObject();
    }

    private void value(ConsumerRecord<byte[], byte[]> record, JsonGenerator line) {
        try {
            Optional<SpecificRecord> value = reader.read(record.topic(), record.headers(), record.value());
            line.writeName("value");
            if (value.isPresent()) {
                json.write(value.get(), line);
            } else {
                line.writeNull();
            }
        } catch (SerializationException | UnreadableRecordException undecodable) {
            line.writeStringProperty("undecodable", String.valueOf(undecodable.getMessage()));
        }
    }
}
