package dev.licenseflow.system.clients;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.licenseflow.domain.charge.Charge;
import dev.licenseflow.domain.decision.Decision;
import dev.licenseflow.domain.decision.Outcome;
import dev.licenseflow.domain.fixture.RequestBuilder;
import dev.licenseflow.domain.fixture.Rule;
import dev.licenseflow.domain.license.PublishedLicenses;
import dev.licenseflow.domain.request.Command;
import dev.licenseflow.domain.request.Item;
import dev.licenseflow.domain.request.RenewalMethod;
import dev.licenseflow.domain.request.Request;
import dev.licenseflow.domain.request.Settlement;
import dev.licenseflow.domain.request.SettlementOutcome;
import dev.licenseflow.messaging.topic.LicensingTopics;
import dev.licenseflow.system.TopicLog.Entry;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * One pipeline and the clients of other languages: what docs/clients.md shows, and then what clients have done that did not
 * read it. Each test has a customer of its own; those that could hurt the others come last.
 */
@Timeout(600)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ClientsIT {

    private static final String REDIRECTED_FROM = "redirected-from";
    private static final String READ_ONLY = "{\"status\":422,\"errorCode\":42205}";

    @TempDir
    private static Path temp;

    private static ClientPipeline pipeline;
    private static LicensingTopics topics;

    @BeforeAll
    static void start() {
        pipeline = ClientPipeline.start(temp);
        topics = pipeline.topics();
    }

    @AfterAll
    static void stop() {
        pipeline.close();
    }

    @ParameterizedTest
    @CsvSource({
        "PublishRequest.java, ReadDecisions.java",
        "publish.py, read.py",
        "publish.mjs, read.mjs",
    })
    @Order(1)
    @Rule("D3")
    void aRequestIsSentToItsCustomersPartitionDecidedReadAndSentAgainForTheSameAnswer(String publish, String read)
            throws Exception {
        String customer = Partitions.customerThatPartitionersDisagreeOn(publish);
        JsonNode sent = pipeline.run(publish, customer, "r1").lastLine();
        JsonNode decision = pipeline.run(read, customer, "r1").lastLine();
        JsonNode again = pipeline.run(publish, customer, "r1").lastLine();
        JsonNode repeated = pipeline.run(read, customer, "r1").lastLine();

        assertThat(List.of(sent, again))
                .extracting(record -> record.get("partition").intValue())
                .containsOnly(Partitions.murmur2(customer));
        assertThat(decision.get("customerId").stringValue()).isEqualTo(customer);
        assertThat(decision.get("outcome").stringValue()).isEqualTo("APPLIED");
        assertThat(decision.get("duplicate").booleanValue()).isFalse();
        assertThat(repeated.get("duplicate").booleanValue()).isTrue();
        assertThat(repeated.get("chargeIds")).isEqualTo(decision.get("chargeIds"));
        assertThat(pipeline.recordsOf(topics.requests(), customer, 2))
                .extracting(Entry::value)
                .allSatisfy(ClientsIT::assertIsTheRequestOfThePrograms);
    }

    private static void assertIsTheRequestOfThePrograms(Request request) {
        assertThat(request.requestId()).isEqualTo("r1");
        assertThat(request.partnerId()).isEqualTo("p1");
        assertThat(request.command())
                .isEqualTo(new Command.RegisterCustomer("link", RenewalMethod.MANUAL, List.of(new Item("cloud", 1))));
    }

    @Test
    @Order(2)
    void kcatSendsARecordAgainAsItIs() throws Exception {
        String customer = Partitions.customerThatPartitionersDisagreeOn("kcat");
        RecordMetadata sent = pipeline.send(topics.requests(), customer, registration(customer));
        ForeignClients.Ran resent = pipeline.runOnBroker(
                "resend.sh",
                sent.topic(),
                Integer.toString(sent.partition()),
                Long.toString(sent.offset()),
                sent.topic());

        assertThat(resent.status()).as("%s", resent.errors()).isZero();
        assertThat(pipeline.decisionsOf(customer, 2))
                .extracting(
                        Entry::partition,
                        entry -> entry.value().causeId(),
                        entry -> entry.value().duplicate())
                .containsExactly(tuple(sent.partition(), "r1", false), tuple(sent.partition(), "r1", true));
    }

    @Test
    @Order(3)
    @Rule({"D1", "D3", "D4", "G1"})
    void aCustomerOfTwoPartitionersIsDecidedInOneOrderInThePartitionOfItsKey() throws Exception {
        String customer = Partitions.customerThatPartitionersDisagreeOn("ordered");
        List<JsonNode> fromPython = new ArrayList<>();
        fromPython.add(fromPython(registration(customer), Map.of("trace", "t-1")));
        pipeline.decisionsOf(customer, 1);
        fromJava(add(customer, "r2"));
        pipeline.decisionsOf(customer, 2);
        fromPython.add(fromPython(registration(customer), Map.of()));
        pipeline.decisionsOf(customer, 3);
        fromJava(registration(customer));
        pipeline.decisionsOf(customer, 4);
        fromPython.add(fromPython(add(customer, "r3"), Map.of()));

        assertThat(pipeline.decisionsOf(customer, 5))
                .extracting(ClientsIT::summary)
                .containsExactly(
                        tuple("r1", Outcome.APPLIED, false, 0L, 1L),
                        tuple("r2", Outcome.APPLIED, false, 1L, 2L),
                        tuple("r1", Outcome.APPLIED, true, 0L, 1L),
                        tuple("r1", Outcome.APPLIED, true, 0L, 1L),
                        tuple("r3", Outcome.APPLIED, false, 2L, 3L));
        assertOnePartitionAndEachChargeOnce(customer, 4);
        assertThat(pipeline.recordsOf(topics.requests(), customer, 8))
                .filteredOn(entry -> entry.partition() == Partitions.murmur2(customer))
                .filteredOn(entry -> entry.headers().containsKey(REDIRECTED_FROM))
                .extracting(Entry::headers)
                .containsExactly(
                        new TreeMap<>(Map.of("trace", "t-1", REDIRECTED_FROM, place(fromPython.get(0)))),
                        new TreeMap<>(Map.of(REDIRECTED_FROM, place(fromPython.get(1)))),
                        new TreeMap<>(Map.of(REDIRECTED_FROM, place(fromPython.get(2)))));
    }

    @Test
    @Order(3)
    @Rule({"D3", "G1"})
    void theSameRequestFromTwoPartitionersIsDecidedOnceAndRepeatedOnce() throws Exception {
        String customer = Partitions.customerThatPartitionersDisagreeOn("both");
        fromPython(registration(customer), Map.of());
        fromJava(registration(customer));
        pipeline.decisionsOf(customer, 2);
        fromJava(add(customer, "last"));

        assertThat(pipeline.decisionsOf(customer, 3))
                .extracting(ClientsIT::summary)
                .containsExactly(
                        tuple("r1", Outcome.APPLIED, false, 0L, 1L),
                        tuple("r1", Outcome.APPLIED, true, 0L, 1L),
                        tuple("last", Outcome.APPLIED, false, 1L, 2L));
        assertOnePartitionAndEachChargeOnce(customer, 3);
    }

    @Test
    @Order(3)
    @Rule({"D3", "G4"})
    void aSettlementFromAnotherPartitionerReachesItsCustomer() throws Exception {
        String customer = Partitions.customerThatPartitionersDisagreeOn("settled");
        fromJava(registration(customer));
        List<String> charges = pipeline.decisionsOf(customer, 1).get(0).value().chargeIds();
        Settlement settlement = new Settlement("s1", customer, charges, SettlementOutcome.PAID);
        JsonNode sent = pipeline.sendFromPython(topics.settlements(), customer, settlement, Map.of());
        pipeline.decisionsOf(customer, 2);
        pipeline.send(topics.settlements(), customer, settlement);

        assertThat(sent.get("partition").intValue()).isEqualTo(Partitions.crc32(customer));
        assertThat(pipeline.decisionsOf(customer, 3))
                .extracting(ClientsIT::summary)
                .containsExactly(
                        tuple("r1", Outcome.APPLIED, false, 0L, 1L),
                        tuple("s1", Outcome.APPLIED, false, 1L, 2L),
                        tuple("s1", Outcome.APPLIED, true, 1L, 2L));
        assertOnePartitionAndEachChargeOnce(customer, 2);
        assertThat(pipeline.recordsOf(topics.licenses(), customer, 2))
                .last()
                .extracting(state -> state.value().openChargesCents())
                .isEqualTo(0L);
    }

    @Test
    @Order(3)
    @Rule("D1")
    void whatWasRedirectedAndIsStillInAWrongPartitionIsADeadLetter() throws Exception {
        String customer = Partitions.customerThatPartitionersDisagreeOn("lost");
        JsonNode sent = fromPython(registration(customer), Map.of(REDIRECTED_FROM, "licensing.requests-0@0"));
        Entry<byte[]> letter = pipeline.deadLetterOf(
                topics.requests().name(),
                sent.get("partition").intValue(),
                sent.get("offset").longValue());
        fromJava(registration(customer));

        assertThat(letter.key()).isEqualTo(customer);
        assertThat(letter.headers()).containsEntry("dlq-reason", "WRONG_PARTITION");
        assertThat(letter.bytes()).isEqualTo(pipeline.bytes(topics.requests(), registration(customer)));
        assertThat(pipeline.decisionsOf(customer, 1))
                .extracting(ClientsIT::summary)
                .containsExactly(tuple("r1", Outcome.APPLIED, false, 0L, 1L));
    }

    @ParameterizedTest
    @ValueSource(strings = {"RegisterOneField.java", "register.mjs"})
    @Order(4)
    void noClientRegistersASchemaOfItsOwnForOneOfOurTopics(String register) throws Exception {
        assertThat(pipeline.runOnRegistry(register).lastLine()).hasToString(READ_ONLY);
    }

    @Test
    @Order(5)
    void allFieldsOfAJavaScriptClientArriveAfterOthersTriedToRegister() throws Exception {
        String customer = Partitions.customerThatPartitionersDisagreeOn("fields");
        pipeline.run("publish.mjs", customer, "r1").lastLine();

        assertThat(pipeline.recordsOf(topics.requests(), customer, 1))
                .extracting(Entry::value)
                .singleElement()
                .satisfies(ClientsIT::assertIsTheRequestOfThePrograms);
    }

    @Test
    @Order(6)
    @Rule("D1")
    void recordsThatNobodyMaySendStopNothing() throws Exception {
        List<ClientPipeline.Message> messages = List.of(
                new ClientPipeline.Message("c1", "A".repeat(1_048_340).getBytes(UTF_8), Map.of()),
                new ClientPipeline.Message(
                        "k".repeat(600_000), pipeline.bytes(topics.requests(), registration("foreign")), Map.of()),
                new ClientPipeline.Message("c1", "A".repeat(5_000_000).getBytes(UTF_8), Map.of()));
        Map<String, String> properties =
                Map.of("partitioner", "murmur2_random", "message.max.bytes", "10000000", "compression.type", "gzip");
        List<JsonNode> sent = new ArrayList<>();
        sent.add(pipeline.sendFromPython(
                topics.requests().name(),
                Map.of("partitioner", "murmur2_random", "message.max.bytes", "10000000"),
                messages.get(0)));
        for (ClientPipeline.Message message : messages.subList(1, messages.size())) {
            sent.add(pipeline.sendFromPython(topics.requests().name(), properties, message));
        }

        for (String customer : Partitions.oneCustomerInEach("good")) {
            fromJava(registration(customer));
            assertThat(pipeline.decisionsOf(customer, 1)).hasSize(1);
        }
        for (int i = 0; i < messages.size(); i++) {
            if (sent.get(i).has("offset")) {
                assertIsDeadLetter(messages.get(i), sent.get(i));
            } else {
                assertThat(sent.get(i).get("error").stringValue()).isEqualTo("MSG_SIZE_TOO_LARGE");
            }
        }
    }

    private static void assertIsDeadLetter(ClientPipeline.Message message, JsonNode sent) throws Exception {
        Entry<byte[]> letter = pipeline.deadLetterOf(
                topics.requests().name(),
                sent.get("partition").intValue(),
                sent.get("offset").longValue());
        assertThat(letter.headers()).containsKey("dlq-reason");
        assertWholeOrCut(letter, "value", letter.bytes(), message.value());
        assertWholeOrCut(
                letter, "key", letter.key().getBytes(UTF_8), message.key().getBytes(UTF_8));
    }

    private static void assertWholeOrCut(Entry<byte[]> letter, String part, byte[] kept, byte[] sent) throws Exception {
        if (kept.length == sent.length) {
            assertThat(kept).isEqualTo(sent);
            return;
        }
        assertThat(sent).startsWith(kept);
        assertThat(letter.headers())
                .containsEntry("dlq-" + part + "-bytes", Integer.toString(sent.length))
                .containsEntry(
                        "dlq-" + part + "-sha256",
                        HexFormat.of()
                                .formatHex(MessageDigest.getInstance("SHA-256").digest(sent)));
    }

    private static Request registration(String customer) {
        return RequestBuilder.register("link")
                .with("cloud", 1)
                .customer(customer)
                .build("r1");
    }

    private static Request add(String customer, String id) {
        return RequestBuilder.add("link-garcom", 1)
                .accepting(10_000_000)
                .customer(customer)
                .build(id);
    }

    private static void fromJava(Request request) throws Exception {
        pipeline.send(topics.requests(), request.customerId(), request);
    }

    private static JsonNode fromPython(Request request, Map<String, String> headers) throws Exception {
        JsonNode sent = pipeline.sendFromPython(topics.requests(), request.customerId(), request, headers);
        assertThat(sent.at("/partition").intValue()).as("%s", sent).isEqualTo(Partitions.crc32(request.customerId()));
        return sent;
    }

    private static String place(JsonNode sent) {
        return topics.requests().name() + "-" + sent.get("partition") + "@" + sent.get("offset");
    }

    private static Tuple summary(Entry<Decision> decision) {
        return tuple(
                decision.value().causeId(),
                decision.value().outcome(),
                decision.value().duplicate(),
                decision.value().revisionBefore(),
                decision.value().revisionAfter());
    }

    /** Whatever was written of the customer is in the partition of its key, and revisions have no gap. */
    private static void assertOnePartitionAndEachChargeOnce(String customer, int count) {
        int partition = Partitions.murmur2(customer);
        assertThat(pipeline.decisionsOf(customer, 1))
                .extracting(Entry::partition)
                .containsOnly(partition);
        List<Entry<Charge>> charges = pipeline.recordsOf(topics.charges(), customer, count);
        assertThat(charges).hasSize(count).extracting(Entry::partition).containsOnly(partition);
        assertThat(charges).extracting(charge -> charge.value().chargeId()).doesNotHaveDuplicates();
        List<Entry<PublishedLicenses>> states = pipeline.recordsOf(topics.licenses(), customer, 1);
        assertThat(states).extracting(Entry::partition).containsOnly(partition);
        assertThat(states)
                .extracting(state -> state.value().revision())
                .containsExactlyElementsOf(IntStream.rangeClosed(1, states.size())
                        .mapToObj(Long::valueOf)
                        .toList());
    }
}
