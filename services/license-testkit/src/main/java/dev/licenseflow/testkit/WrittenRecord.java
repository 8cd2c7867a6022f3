package dev.licenseflow.testkit;

import dev.licenseflow.messaging.json.RecordJson;
import java.io.StringWriter;
import java.time.Instant;
import java.util.SortedMap;
import org.apache.avro.specific.SpecificRecord;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * A record that the pipeline wrote.
 *
 * @param at its timestamp
 * @param headers as text; only dead letters have any
 */
public record WrittenRecord(
        String topic, String key, Instant at, SpecificRecord value, SortedMap<String, String> headers) {

    private static final JsonFactory FACTORY = new JsonFactory();

    /** One line of JSON: the record with where and when it was written. */
    public String line(RecordJson json) {
        StringWriter text = new StringWriter();
        try (JsonGenerator line = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            line.writeStartObject();
            line.writeStringProperty("topic", topic);
            line.writeStringProperty("key", key);
            line.writeStringProperty("at", json.format(at));
            if (!headers.isEmpty()) {
                line.writeName("headers");
                line.writeStartObject();
                headers.forEach(line::writeStringProperty);
                line.writeEndObject();
            }
            line.writeName("value");
            json.write(value, line);
            line.writeEndObject();
        }
        return text.toString();
    }
}
