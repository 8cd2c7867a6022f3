package dev.licenseflow.processor.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.licenseflow.domain.decision.Decision;
import dev.licenseflow.domain.fixture.RequestBuilder;
import dev.licenseflow.domain.fixture.Rule;
import dev.licenseflow.domain.license.CustomerLicenses;
import dev.licenseflow.domain.license.Quantities;
import dev.licenseflow.domain.request.RenewalMethod;
import dev.licenseflow.messaging.mapping.RequestMapper;
import dev.licenseflow.processor.fixture.ProcessorRig;
import dev.licenseflow.processor.processor.ProcessorSettings;
import dev.licenseflow.schema.LicenseRequest;
import dev.licenseflow.schema.request.Channel;
import dev.licenseflow.wire.AvroWire;
import dev.licenseflow.wire.RegistryUnavailableException;
import dev.licenseflow.wire.SchemaRegistry;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Rule("D1")
class DeadLetterTest {

    private static final Instant AT = Instant.parse("2026-03-10T12:00:00Z");

    @TempDir
    private Path temp;

    private ProcessorRig rig;

    @BeforeEach
    void start() {
        rig = ProcessorRig.start(temp, ProcessorSettings.DEFAULT, AT);
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    @Test
    void bytesThatCannotBeDecodedKeepKeyValueTimeAndHeadersAndSayWhy() {
        byte[] value = {9, 9, 9};
        Headers headers = new RecordHeaders().add("traceparent", "00-1".getBytes(UTF_8));
        rig.request(RequestBuilder.suspend(), AT);
        rig.pipeRaw(new TestRecord<>("c1".getBytes(UTF_8), value, headers, AT));

        assertThat(rig.deadLetters()).singleElement().satisfies(letter -> {
            assertThat(letter.key()).isEqualTo("c1".getBytes(UTF_8));
            assertThat(letter.value()).isEqualTo(value);
            assertThat(letter.getRecordTime()).isEqualTo(AT);
            assertThat(texts(letter))
                    .containsOnlyKeys(
                            "traceparent", "dlq-reason", "dlq-message", "dlq-topic", "dlq-partition", "dlq-offset")
                    .containsEntry("traceparent", "00-1")
                    .containsEntry("dlq-reason", "UNREADABLE")
                    .containsEntry("dlq-topic", "licensing.requests")
                    .containsEntry("dlq-partition", "0")
                    .containsEntry("dlq-offset", "1");
            assertThat(texts(letter).get("dlq-message")).contains("byte 0 and a schema id");
        });
        assertThat(rig.decisions()).hasSize(1);
    }

    @Test
    void headersOfAnEarlierDeadLetterAreReplaced() {
        Headers headers = new RecordHeaders().add("dlq-reason", "OLD".getBytes(UTF_8));
        rig.pipeRaw(new TestRecord<>("c1".getBytes(UTF_8), new byte[] {1}, headers, AT));

        assertThat(rig.deadLetters())
                .singleElement()
                .satisfies(letter -> assertThat(letter.headers().headers("dlq-reason"))
                        .singleElement()
                        .satisfies(header -> assertThat(header.value()).isEqualTo("UNREADABLE".getBytes(UTF_8))));
    }

    @Test
    void aRecordWithoutAValueIsADeadLetter() {
        rig.pipeRaw(new TestRecord<>("c1".getBytes(UTF_8), null, AT));

        assertOneDeadLetter("UNREADABLE", "the record has no value", null);
    }

    @Test
    void aRecordWithoutAKeyIsADeadLetter() {
        byte[] value = bytes(avro());
        rig.pipeRaw(new TestRecord<>(null, value, AT));

        assertOneDeadLetter("FOREIGN_KEY", "the key is 'null', the customer id is 'c1'", value);
    }

    @Test
    void aRecordUnderAnotherCustomersKeyIsADeadLetter() {
        byte[] value = bytes(avro());
        rig.pipeRaw(new TestRecord<>("c2".getBytes(UTF_8), value, AT));

        assertOneDeadLetter("FOREIGN_KEY", "the key is 'c2', the customer id is 'c1'", value);
    }

    @Test
    void anEnumSymbolOfANewerProducerIsADeadLetter() {
        LicenseRequest request = avro();
        request.setChannel(Channel.UNKNOWN);
        byte[] value = bytes(request);
        rig.pipeRaw(new TestRecord<>("c1".getBytes(UTF_8), value, AT));

        assertThat(rig.deadLetters()).singleElement().satisfies(letter -> {
            assertThat(texts(letter)).containsEntry("dlq-reason", "UNREADABLE");
            assertThat(texts(letter).get("dlq-message")).contains("channel");
        });
        assertThat(rig.decisions()).isEmpty();
    }

    @Test
    void anIdThatIsTooLongIsADeadLetter() {
        LicenseRequest request = avro();
        request.setRequestId("x".repeat(129));
        rig.pipeRaw(new TestRecord<>("c1".getBytes(UTF_8), bytes(request), AT));

        assertThat(rig.deadLetters())
                .singleElement()
                .satisfies(
                        letter -> assertThat(texts(letter).get("dlq-message")).contains("requestId"));
    }

    @Test
    void aDeadLetterChangesNothingForTheRecordsAroundIt() {
        rig.request(RequestBuilder.register("link").id("a"), AT);
        rig.pipeRaw(new TestRecord<>("c1".getBytes(UTF_8), new byte[] {1}, AT));
        rig.request(RequestBuilder.suspend().id("b"), AT.plusMillis(1));

        assertThat(rig.decisions())
                .extracting(Decision::causeId, Decision::revisionAfter)
                .containsExactly(tuple("a", 1L), tuple("b", 2L));
        assertThat(rig.deadLetters()).hasSize(1);
    }

    @Test
    void aRegistryThatDoesNotAnswerStopsTheClientAndIsNoDeadLetter() {
        Map<String, String> nobodyThere = Map.of("schema.registry.url", "http://127.0.0.1:1", "max.retries", "0");
        try (ProcessorRig cutOff =
                ProcessorRig.withoutCatalog(temp.resolve("cut-off"), ProcessorSettings.DEFAULT, AT, nobodyThere)) {
            TestRecord<byte[], byte[]> good = new TestRecord<>("c1".getBytes(UTF_8), new byte[] {0, 0, 0, 0, 1, 2}, AT);

            assertThatThrownBy(() -> cutOff.pipeRaw(good))
                    .hasStackTraceContaining(RegistryUnavailableException.class.getName());
            assertThat(cutOff.deadLetters()).isEmpty();
        }
    }

    @Test
    void aBugStopsTheClientAndIsNoDeadLetter() {
        rig.request(RequestBuilder.register("link").renewing(RenewalMethod.MANAGED_BILLING), AT);
        rig.decisions();
        CustomerLicenses sound = rig.customers().get("c1");
        rig.customers().put("c1", broken(sound));

        assertThatThrownBy(() -> rig.request(RequestBuilder.suspend(), Instant.parse("2026-04-02T12:00:00Z")))
                .hasStackTraceContaining("lacks the product no-such-product");
        assertThat(rig.deadLetters()).isEmpty();
        assertThat(rig.decisions()).isEmpty();
    }

    /** A producer may send 1 MiB, and a dead letter is sent by one. */
    @Test
    void aDeadLetterAlwaysFits() throws Exception {
        byte[] value = new byte[1_048_340];
        Arrays.fill(value, (byte) 'A');
        Headers headers = new RecordHeaders().add("note", new byte[600_000]).add("traceparent", "00-1".getBytes(UTF_8));
        for (int i = 0; i < 50; i++) {
            headers.add("more-" + i, new byte[10]);
        }
        byte[] key = new byte[600_000];
        Arrays.fill(key, (byte) 'k');
        rig.pipeRaw(new TestRecord<>(key, value, headers, AT));

        assertThat(rig.deadLetters()).singleElement().satisfies(letter -> {
            assertThat(sizeOf(letter)).isLessThan(400_000);
            assertThat(letter.value()).isEqualTo(Arrays.copyOf(value, 262_144));
            assertThat(letter.key()).isEqualTo(Arrays.copyOf(key, 1_024));
            assertThat(texts(letter))
                    .containsEntry("dlq-value-bytes", "1048340")
                    .containsEntry("dlq-value-sha256", sha256(value))
                    .containsEntry("dlq-key-bytes", "600000")
                    .containsEntry("dlq-key-sha256", sha256(key))
                    .containsEntry("dlq-headers-cut", "52 headers of 600859 bytes")
                    .containsEntry("dlq-offset", "0")
                    .containsEntry("traceparent", "00-1");
        });
    }

    @Test
    void theLongestKeyAndMessageFitTheHeadersAndTheLog() {
        byte[] key = "k".repeat(600_000).getBytes(UTF_8);
        rig.pipeRaw(new TestRecord<>(key, bytes(avro()), AT));

        assertThat(rig.deadLetters()).singleElement().satisfies(letter -> {
            assertThat(texts(letter)).containsEntry("dlq-reason", "FOREIGN_KEY");
            assertThat(texts(letter).get("dlq-message")).hasSizeLessThan(300).contains("the customer id is 'c1'");
            assertThat(sizeOf(letter)).isLessThan(400_000);
        });
    }

    @Test
    void deepNestingIsADeadLetter() {
        String recursive = """
                {"type":"record","name":"LicenseRequest","namespace":"dev.licenseflow.schema","fields":[
                 {"name":"inner","type":["null","LicenseRequest"]}]}""";
        int id = SchemaRegistry.of(registry()).register("somebody-elses", recursive);
        byte[] value = new byte[50_006];
        Arrays.fill(value, (byte) 2);
        ByteBuffer.wrap(value).put((byte) 0).putInt(id);
        value[value.length - 1] = 0;
        rig.pipeRaw(new TestRecord<>("c1".getBytes(UTF_8), value, AT));

        assertThat(rig.deadLetters())
                .singleElement()
                .satisfies(letter -> assertThat(texts(letter)).containsEntry("dlq-reason", "UNREADABLE"));
    }

    private static int sizeOf(TestRecord<byte[], byte[]> letter) {
        int bytes = letter.key().length + letter.value().length;
        for (Header header : letter.headers()) {
            bytes += header.key().length() + header.value().length;
        }
        return bytes;
    }

    private static String sha256(byte[] bytes) throws NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    private static CustomerLicenses broken(CustomerLicenses sound) {
        TreeMap<String, Quantities> products = new TreeMap<>(sound.products());
        products.put("no-such-product", new Quantities(1, 1));
        return new CustomerLicenses(
                sound.customerId(),
                sound.partnerId(),
                sound.system(),
                sound.status(),
                sound.renewalMethod(),
                sound.paidThrough(),
                sound.month(),
                sound.revision(),
                products,
                List.of(),
                sound.quote(),
                sound.renewalScheduled(),
                sound.cancelled(),
                sound.changedAt(),
                sound.changedBy());
    }

    private void assertOneDeadLetter(String reason, String message, byte @Nullable [] value) {
        assertThat(rig.deadLetters()).singleElement().satisfies(letter -> {
            assertThat(letter.value()).isEqualTo(value);
            assertThat(letter.getRecordTime()).isEqualTo(AT);
            assertThat(texts(letter))
                    .containsEntry("dlq-reason", reason)
                    .containsEntry("dlq-message", message)
                    .containsEntry("dlq-topic", "licensing.requests")
                    .containsEntry("dlq-partition", "0")
                    .containsEntry("dlq-offset", "0");
        });
        assertThat(rig.decisions()).isEmpty();
    }

    private static LicenseRequest avro() {
        return RequestMapper.toAvro(RequestBuilder.suspend().build("r1"));
    }

    private byte[] bytes(LicenseRequest request) {
        try (var serde = AvroWire.serde(LicenseRequest.class, registry(), false)) {
            return serde.serializer().serialize(rig.topics().requests().name(), request);
        }
    }

    private Map<String, String> registry() {
        return Map.of("schema.registry.url", "mock://" + temp);
    }

    private static Map<String, String> texts(TestRecord<byte[], byte[]> letter) {
        Map<String, String> texts = new TreeMap<>();
        letter.headers().forEach(header -> texts.put(header.key(), new String(header.value(), UTF_8)));
        return texts;
    }
}
