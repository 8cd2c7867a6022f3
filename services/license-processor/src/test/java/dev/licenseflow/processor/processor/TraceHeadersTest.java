package dev.licenseflow.processor.processor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.licenseflow.domain.fixture.RequestBuilder;
import dev.licenseflow.domain.fixture.Rule;
import dev.licenseflow.domain.request.Request;
import dev.licenseflow.processor.fixture.ProcessorRig;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a request brings to be followed by is on every record that it causes, and nothing else of it is. */
@Rule("L5")
class TraceHeadersTest {

    private static final Instant AT = Instant.parse("2026-03-10T13:00:00Z");

    @TempDir
    private Path temp;

    @Test
    void theDecisionTheChargesAndTheLicensesHaveTheHeadersOfTheRequest() {
        try (ProcessorRig rig = ProcessorRig.start(temp, ProcessorSettings.DEFAULT, AT)) {
            Request request = RequestBuilder.register("link").with("cloud", 1).build("r1");
            TestRecord<byte[], byte[]> record =
                    new TestRecord<>(request.customerId().getBytes(UTF_8), rig.bytes(request), AT);
            record.headers()
                    .add("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01".getBytes(UTF_8))
                    .add("tracestate", "a=1".getBytes(UTF_8))
                    .add("correlation-id", "click-7".getBytes(UTF_8))
                    .add("other", "x".getBytes(UTF_8));

            rig.pipeRaw(record);

            List<Headers> caused = rig.outputHeaders();
            assertThat(caused).as("a decision, two charges, the licenses").hasSize(4);
            assertThat(caused)
                    .allSatisfy(headers -> assertThat(texts(headers))
                            .containsExactly(
                                    "traceparent=00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                                    "tracestate=a=1",
                                    "correlation-id=click-7"));
        }
    }

    @Test
    void aHeaderThatIsNoneOfTheseByItsSizeIsLeftOut() {
        try (ProcessorRig rig = ProcessorRig.start(temp, ProcessorSettings.DEFAULT, AT)) {
            Request request = RequestBuilder.register("link").build("r1");
            TestRecord<byte[], byte[]> record =
                    new TestRecord<>(request.customerId().getBytes(UTF_8), rig.bytes(request), AT);
            record.headers().add("tracestate", new byte[1_025]).add("correlation-id", new byte[1_024]);

            rig.pipeRaw(record);

            assertThat(rig.outputHeaders())
                    .isNotEmpty()
                    .allSatisfy(headers -> assertThat(headers.toArray())
                            .extracting(Header::key)
                            .containsExactly("correlation-id"));
        }
    }

    private static List<String> texts(Headers headers) {
        List<String> texts = new ArrayList<>();
        headers.forEach(header -> texts.add(header.key() + "=" + new String(header.value(), UTF_8)));
        return texts;
    }
}
