package dev.licenseflow.cli.client;

import dev.licenseflow.messaging.json.RecordJson;
import dev.licenseflow.messaging.mapping.UnreadableRecordException;
import dev.licenseflow.messaging.topic.TopicReader;
import dev.licenseflow.testkit.WrittenRecord;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * A record as one line of JSON. A record that cannot be decoded is a line as well, with the reason.
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

    /** A record of a running pipeline, with where it lies; without a line break. */
    public String of(ConsumerRecord<byte[], byte[]> record) {
        return object(line -> {
            line.writeStringProperty("topic", record.topic());
            line.writeNumberProperty("partition", record.partition());
            line.writeNumberProperty("offset", record.offset());
            line.writeStringProperty("key", keyOf(record).orElse(null));
            line.writeStringProperty("at", json.format(Instant.ofEpochMilli(record.timestamp())));
            if (record.topic().endsWith(".dlq")) {
                SortedMap<String, String> headers = new TreeMap<>();
                record.headers().forEach(header -> headers.put(header.key(), text(header.value())));
                headers(headers, line);
            }
            value(record, line);
        });
    }

    /** A record of a simulation, without a line break. */
    public static String of(WrittenRecord record, RecordJson json) {
        return object(line -> {
            line.writeStringProperty("topic", record.topic());
            line.writeStringProperty("key", record.key());
            line.writeStringProperty("at", json.format(record.at()));
            if (!record.headers().isEmpty()) {
                headers(record.headers(), line);
            }
            line.writeName("value");
            json.write(record.value(), line);
        });
    }

    /** The key as text; empty if there is none. */
    public static Optional<String> keyOf(ConsumerRecord<byte[], byte[]> record) {
        return Optional.ofNullable(record.key()).map(key -> new String(key, StandardCharsets.UTF_8));
    }

    private static String text(byte @Nullable [] bytes) {
        return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
    }

    private static String object(Consumer<JsonGenerator> properties) {
        StringWriter text = new StringWriter();
        try (JsonGenerator line = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            line.writeStartObject();
            properties.accept(line);
            line.writeEndObject();
        }
        return text.toString();
    }

    private static void headers(SortedMap<String, String> headers, JsonGenerator line) {
        line.writeName("headers");
        line.writeStartObject();
        headers.forEach(line::writeStringProperty);
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
