package dev.licenseflow.cli.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licenseflow.domain.request.Settlement;
import dev.licenseflow.domain.request.SettlementOutcome;
import dev.licenseflow.messaging.topic.LicensingTopics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class RecordLineTest {

    private static final Map<String, String> REGISTRY = Map.of("schema.registry.url", "mock://record-line");
    private static final Instant AT = Instant.parse("2026-03-10T13:00:00Z");

    private final RecordLine lines = new RecordLine(REGISTRY, ZoneId.of("America/Sao_Paulo"));

    @Test
    void aRecordIsToldWithItsPlace() {
        byte[] value = LicensingTopics.of(REGISTRY)
                .settlements()
                .values()
                .serializer()
                .serialize("licensing.settlements", new Settlement("s1", "c1", List.of("x"), SettlementOutcome.PAID));

        assertThat(lines.of(record("licensing.settlements", value, new RecordHeaders())))
                .isEqualTo("{\"topic\":\"licensing.settlements\",\"partition\":3,\"offset\":7,\"key\":\"c1\","
                        + "\"at\":\"2026-03-10T10:00:00-03:00\",\"value\":{\"settlementId\":\"s1\","
                        + "\"customerId\":\"c1\",\"chargeIds\":[\"x\"],\"outcome\":\"PAID\",\"paidAt\":null,"
                        + "\"amountCents\":null,\"method\":null,\"reference\":null,\"settledBy\":null,"
                        + "\"reason\":null}}");
    }

    @Test
    void whatCannotBeDecodedIsToldWithTheReasonAndTheHeadersOfItsDeadLetter() {
        RecordHeaders headers = new RecordHeaders();
        headers.add("dlq-reason", "UNREADABLE".getBytes(StandardCharsets.UTF_8));

        assertThat(lines.of(record("licensing.requests.dlq", new byte[] {9, 9}, headers)))
                .contains("\"headers\":{\"dlq-reason\":\"UNREADABLE\"}", "\"undecodable\":\"")
                .doesNotContain("\"value\"", "Exception");
    }

    @Test
    void aTombstoneHasNoValue() {
        assertThat(lines.of(record("licensing.licenses", null, new RecordHeaders())))
                .contains("\"value\":null");
    }

    private static ConsumerRecord<byte[], byte[]> record(String topic, byte[] value, RecordHeaders headers) {
        return new ConsumerRecord<>(
                topic,
                3,
                7,
                AT.toEpochMilli(),
                TimestampType.CREATE_TIME,
                2,
                value == null ? 0 : value.length,
                "c1".getBytes(StandardCharsets.UTF_8),
                value,
                headers,
                Optional.empty());
    }
}
