package dev.licenseflow.cli;

import dev.licenseflow.messaging.json.RecordJson;
import dev.licenseflow.testkit.WrittenRecord;
import java.io.StringWriter;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** A record with where and when it was written, as one line of JSON. */
final class WrittenRecordJson {

    private static final JsonFactory FACTORY = new JsonFactory();

    private WrittenRecordJson() {}

    static String line(WrittenRecord record, RecordJson json) {
        StringWriter text = new StringWriter();
        try (JsonGenerator line = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            line.writeStartObject();
            line.writeStringProperty("topic", record.topic());
            line.writeStringProperty("key", record.key());
            line.writeStringProperty("at", json.format(record.at()));
            if (!record.headers().isEmpty()) {
                line.writeName("headers");
                line.writeStartObject();
                record.headers().forEach(line::writeStringProperty);
                line.writeEndObject();
            }
            line.writeName("value");
            json.write(record.value(), line);
            line.writeEndObject();
        }
        return text.toString();
    }
}
