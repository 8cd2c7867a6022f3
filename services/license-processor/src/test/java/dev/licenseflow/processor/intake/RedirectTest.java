package dev.licenseflow.processor.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.licenseflow.domain.decision.Decision;
import dev.licenseflow.domain.fixture.RequestBuilder;
import dev.licenseflow.domain.fixture.Rule;
import dev.licenseflow.domain.request.Settlement;
import dev.licenseflow.domain.request.SettlementOutcome;
import dev.licenseflow.messaging.topic.KeyPartitioner;
import dev.licenseflow.processor.fixture.ProcessorRig;
import dev.licenseflow.processor.processor.ProcessorSettings;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Records in another partition than their key's. The driver has partition 0 only, and gives what is written to an input
 * topic back to the topology as a record of that partition.
 */
@Rule({"D1", "T1"})
class RedirectTest {

    private static final Instant AT = Instant.parse("2026-03-10T12:00:00Z");
    private static final int PARTITIONS = 8;

    /** One belongs into partition 0 and one does not. */
    private static final String AT_HOME = customerOf(0);

    private static final String MISPLACED = customerOf(5);

    @TempDir
    private Path temp;

    private ProcessorRig rig;

    @BeforeEach
    void start() {
        rig = ProcessorRig.ofPartitions(PARTITIONS, temp, ProcessorSettings.DEFAULT, AT);
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    @Test
    void aRequestInThePartitionOfItsKeyIsDecidedThere() {
        rig.request(RequestBuilder.register("link").customer(AT_HOME), AT);

        assertThat(rig.decisions()).extracting(Decision::customerId).containsExactly(AT_HOME);
        assertThat(rig.requestRecords()).hasSize(0);
    }

    @Test
    void aRequestInAnotherPartitionIsSentOnWithItsHeadersAndNotDecided() {
        byte[] value =
                rig.bytes(RequestBuilder.register("link").customer(MISPLACED).build("r1"));
        rig.pipeRaw(new TestRecord<>(
                MISPLACED.getBytes(UTF_8), value, new RecordHeaders().add("traceparent", "00-1".getBytes(UTF_8)), AT));

        assertThat(rig.requestRecords()).singleElement().satisfies(sentOn -> {
            assertThat(sentOn.key()).isEqualTo(MISPLACED.getBytes(UTF_8));
            assertThat(sentOn.value()).isEqualTo(value);
            assertThat(sentOn.headers().lastHeader("traceparent").value()).isEqualTo("00-1".getBytes(UTF_8));
            assertThat(new String(sentOn.headers().lastHeader("redirected-from").value(), UTF_8))
                    .isEqualTo("licensing.requests-0@0");
        });
        assertThat(rig.decisions()).isEmpty();
    }

    @Test
    void aRequestIsSentOnOnceOnly() {
        rig.request(RequestBuilder.register("link").customer(MISPLACED), AT);

        assertThat(rig.requestRecords()).hasSize(1);
        assertThat(rig.deadLetters())
                .singleElement()
                .satisfies(letter -> assertThat(letter.headers())
                        .extracting(Header::key, header -> new String(header.value(), UTF_8))
                        .contains(
                                tuple("dlq-reason", "WRONG_PARTITION"),
                                tuple("redirected-from", "licensing.requests-0@0")));
        assertThat(rig.decisions()).isEmpty();
    }

    @Test
    void whatIsSentOnAndWhatIsADeadLetterIsCounted() {
        rig.request(RequestBuilder.register("link").customer(AT_HOME), AT);
        rig.request(RequestBuilder.register("link").customer(MISPLACED), AT);
        rig.pipeRaw(new TestRecord<>(AT_HOME.getBytes(UTF_8), new byte[] {1}, AT));
        rig.pipeRaw(new TestRecord<>(AT_HOME.getBytes(UTF_8), new byte[] {1}, AT));

        assertThat(rig.counted("redirected")).isEqualTo(1);
        assertThat(rig.counted("wrong-partition")).isEqualTo(1);
        assertThat(rig.counted("unreadable")).isEqualTo(2);
        assertThat(rig.counted("foreign-key")).isZero();
    }

    @Test
    void whatWouldNoLongerFitWithTheHeaderIsADeadLetter() {
        byte[] value =
                rig.bytes(RequestBuilder.register("link").customer(MISPLACED).build("r1"));
        rig.pipeRaw(new TestRecord<>(
                MISPLACED.getBytes(UTF_8), value, new RecordHeaders().add("note", new byte[1_048_000]), AT));

        assertThat(rig.requestRecords()).isEmpty();
        assertThat(rig.deadLetters()).hasSize(1);
    }

    @Test
    void aSettlementInAnotherPartitionIsSentOn() {
        rig.settle(new Settlement("s1", MISPLACED, List.of("x"), SettlementOutcome.PAID), AT);

        assertThat(rig.settlementRecords())
                .singleElement()
                .satisfies(sentOn -> assertThat(sentOn.headers().lastHeader("redirected-from"))
                        .isNotNull());
        assertThat(rig.decisions()).isEmpty();
    }

    private static String customerOf(int partition) {
        return IntStream.iterate(1, number -> number + 1)
                .mapToObj(number -> "c" + number)
                .filter(id -> KeyPartitioner.partitionOf(id, PARTITIONS) == partition)
                .findFirst()
                .orElseThrow();
    }
}
