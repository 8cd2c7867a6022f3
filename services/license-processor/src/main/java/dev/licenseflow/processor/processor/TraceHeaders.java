package dev.licenseflow.processor.processor;

import java.util.List;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** The headers of an input that are on every record that it causes (L5). */
final class TraceHeaders {

    private static final List<String> NAMES = List.of("traceparent", "tracestate", "correlation-id");

    /** What is longer is none of these; it would be copied to each charge. */
    private static final int MAX_BYTES = 1_024;

    private TraceHeaders() {}

    static Headers of(Headers input) {
        Headers kept = new RecordHeaders();
        for (String name : NAMES) {
            Header header = input.lastHeader(name);
            if (header != null && header.value() != null && header.value().length <= MAX_BYTES) {
                kept.add(header);
            }
        }
        return kept;
    }
}
