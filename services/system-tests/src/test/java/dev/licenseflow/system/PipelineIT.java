package dev.licenseflow.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.licenseflow.domain.catalog.CatalogVersion;
import dev.licenseflow.domain.charge.Charge;
import dev.licenseflow.domain.decision.Decision;
import dev.licenseflow.domain.decision.Outcome;
import dev.licenseflow.domain.fixture.CatalogBuilder;
import dev.licenseflow.domain.fixture.PureCore;
import dev.licenseflow.domain.fixture.RequestBuilder;
import dev.licenseflow.domain.fixture.Rule;
import dev.licenseflow.domain.fixture.ScenarioCatalog;
import dev.licenseflow.domain.license.PublishedLicenses;
import dev.licenseflow.domain.month.BusinessCalendar;
import dev.licenseflow.domain.request.Request;
import dev.licenseflow.domain.request.Settlement;
import dev.licenseflow.domain.request.SettlementOutcome;
import dev.licenseflow.domain.simulation.Input;
import dev.licenseflow.messaging.publishing.CatalogTopic;
import dev.licenseflow.processor.intake.DeadLetters;
import dev.licenseflow.processor.processor.ProcessorSettings;
import dev.licenseflow.processor.streams.LicenseProcessor;
import dev.licenseflow.system.TopicLog.Entry;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Predicate;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One broker and one processor for all; each test has a customer of its own. */
class PipelineIT {

    private static final CatalogVersion CATALOG = ScenarioCatalog.sinceEver();

    @TempDir
    private static Path temp;

    private static Pipeline pipeline;
    private static LicenseProcessor processor;

    @BeforeAll
    static void start() {
        pipeline = Pipeline.start(temp);
        pipeline.publish(CATALOG, null);
        processor = pipeline.startProcessor("one");
    }

    @AfterAll
    static void stop() {
        processor.close();
        pipeline.close();
    }

    @Test
    @Rule({"D1", "D3", "D9", "G1", "G4", "L1"})
    void aStoryComesOutAsDecisionsChargesAndLicenses() {
        ask(RequestBuilder.register("link").with("cloud", 1).with("link-garcom", 2), "story", "r1");
        ask(RequestBuilder.add("link-garcom", 1), "story", "r2");
        ask(RequestBuilder.confirm("r2"), "story", "r3");
        ask(RequestBuilder.remove("cloud", 1).andAdd("link-movel", 1), "story", "r4");
        ask(RequestBuilder.remove("cloud", 1), "story", "r5");
        ask(RequestBuilder.confirm("r2"), "story", "r3");
        List<Entry<Decision>> decisions = decisionsOf("story", 6);
        List<String> charges = chargesOf("story", 4).stream()
                .map(charge -> charge.value().chargeId())
                .toList();
        pipeline.note(pipeline.send(
                new Input.Settled(new Settlement("s1", "story", charges, SettlementOutcome.PAID), Instant.EPOCH),
                null));

        assertThat(decisionsOf("story", 7))
                .extracting(Entry::value)
                .extracting(Decision::causeId, Decision::outcome, Decision::duplicate, Decision::revisionAfter)
                .containsExactly(
                        tuple("r1", Outcome.APPLIED, false, 1L),
                        tuple("r2", Outcome.QUOTED, false, 1L),
                        tuple("r3", Outcome.APPLIED, false, 2L),
                        tuple("r4", Outcome.REJECTED, false, 2L),
                        tuple("r5", Outcome.APPLIED, false, 3L),
                        tuple("r3", Outcome.APPLIED, true, 2L),
                        tuple("s1", Outcome.APPLIED, false, 4L));
        assertThat(chargesOf("story", 4))
                .extracting(charge -> charge.value().line().product())
                .containsExactly("cloud", "link", "link-garcom", "link-garcom");
        try (TopicLog<PublishedLicenses> licenses =
                pipeline.follow(pipeline.topics().licenses())) {
            assertThat(of("story", licenses.await(read -> of("story", read).size() >= 4)))
                    .extracting(Entry::value)
                    .extracting(PublishedLicenses::revision, PublishedLicenses::openChargesCents)
                    .last()
                    .isEqualTo(tuple(4L, 0L));
        }
        assertThat(decisions).allSatisfy(decision -> assertThat(decision.at()).isNotNull());
    }

    @Test
    @Rule("T1")
    void theTimeOfARequestIsTheBrokersWhateverItsSenderSays() {
        Instant before = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        Request request = RequestBuilder.register("link").customer("forger").build("r1");
        RecordMetadata sent = Pipeline.settled(
                pipeline.send(pipeline.topics().requests(), "forger", request, Instant.parse("2020-01-15T12:00:00Z")));

        Entry<Decision> decision = decisionsOf("forger", 1).get(0);
        assertThat(decision.value().decidedAt()).isBetween(before, Instant.now());
        assertThat(decision.value().decidedAt()).isEqualTo(Instant.ofEpochMilli(sent.timestamp()));
        assertThat(decision.at()).isEqualTo(decision.value().decidedAt());
    }

    @Test
    @Rule("D1")
    void whatCannotBeDecidedIsADeadLetterThatSaysWhereItStoodAndWhy() {
        String topic = pipeline.topics().requests().name();
        RecordMetadata bytes = Pipeline.settled(
                pipeline.sendRaw(new ProducerRecord<>(topic, "unreadable".getBytes(UTF_8), "no avro".getBytes(UTF_8))));
        RecordMetadata empty =
                Pipeline.settled(pipeline.sendRaw(new ProducerRecord<>(topic, "empty".getBytes(UTF_8), null)));
        Request request = RequestBuilder.register("link").customer("victim").build("r1");
        RecordMetadata foreign =
                Pipeline.settled(pipeline.send(pipeline.topics().requests(), "thief", request, null));

        try (TopicLog<byte[]> letters =
                pipeline.followRaw(pipeline.topics().requests().deadLetters())) {
            List<Entry<byte[]>> all = letters.await(3);
            assertThat(all).hasSize(3);
            assertThat(all)
                    .extracting(
                            Entry::key,
                            letter -> letter.headers().get(DeadLetters.REASON),
                            letter -> letter.headers().get(DeadLetters.TOPIC),
                            letter -> letter.headers().get(DeadLetters.PARTITION),
                            letter -> letter.headers().get(DeadLetters.OFFSET),
                            letter -> letter.at().toEpochMilli())
                    .containsExactlyInAnyOrder(
                            letter("unreadable", DeadLetters.UNREADABLE, bytes),
                            letter("empty", DeadLetters.UNREADABLE, empty),
                            letter("thief", DeadLetters.FOREIGN_KEY, foreign));
            assertThat(all)
                    .extracting(letter -> letter.headers().get(DeadLetters.MESSAGE))
                    .containsExactlyInAnyOrder(
                            "Topic licensing.requests: The bytes do not begin with byte 0 and a schema id",
                            "the record has no value",
                            "the key is 'thief', the customer id is 'victim'");
            assertThat(of("unreadable", all).get(0).bytes()).isEqualTo("no avro".getBytes(UTF_8));
        }
    }

    private static Tuple letter(String key, String reason, RecordMetadata source) {
        return tuple(
                key,
                reason,
                source.topic(),
                Integer.toString(source.partition()),
                Long.toString(source.offset()),
                source.timestamp());
    }

    /** Restarted on its own state, and on none: both know what was decided, and by which prices. */
    @Test
    @Rule({"C2", "D3", "T1"})
    void aRestartKnowsWhatWasDecidedAndKeepsTheCatalogThatWasInForce() throws Exception {
        ask(RequestBuilder.register("link").with("cloud", 1), "restarted", "r1");
        decisionsOf("restarted", 1);
        CatalogVersion overwrite = CatalogBuilder.copyOf(CATALOG)
                .changing("link-garcom", product -> product.priceCents(1))
                .build();
        pipeline.publish(overwrite, null);
        assertThat(new CatalogTopic(pipeline.access(), ProcessorSettings.DEFAULT.publishMargin())
                        .history()
                        .versions())
                .as("what a publisher sees")
                .containsExactly(CATALOG);
        ask(RequestBuilder.add("link-garcom", 1).accepting(100_000), "restarted", "r2");
        decisionsOf("restarted", 2);

        processor.close();
        processor = pipeline.startProcessor("one");
        ask(RequestBuilder.register("link").with("cloud", 1), "restarted", "r1");
        ask(RequestBuilder.add("link-garcom", 1).accepting(100_000), "restarted", "r3");
        decisionsOf("restarted", 4);

        processor.close();
        processor = pipeline.startProcessor("without-state");
        ask(RequestBuilder.register("link").with("cloud", 1), "restarted", "r1");
        ask(RequestBuilder.add("link-garcom", 1).accepting(100_000), "restarted", "r4");
        decisionsOf("restarted", 6);
        processor.close();

        assertThat(decisionsOf("restarted", 6))
                .extracting(Entry::value)
                .extracting(Decision::causeId, Decision::duplicate, Decision::revisionAfter)
                .containsExactly(
                        tuple("r1", false, 1L),
                        tuple("r2", false, 2L),
                        tuple("r1", true, 1L),
                        tuple("r3", false, 3L),
                        tuple("r1", true, 1L),
                        tuple("r4", false, 4L));
        PureCore core = new PureCore(BusinessCalendar.SAO_PAULO);
        core.publish(CATALOG, Instant.EPOCH);
        Replay.check(pipeline, core, List.of());
        processor = pipeline.startProcessor("one");
    }

    private static void ask(RequestBuilder request, String customer, String id) {
        Pipeline.settled(
                pipeline.send(new Input.Asked(request.customer(customer).build(id), Instant.EPOCH), null));
    }

    private static List<Entry<Decision>> decisionsOf(String customer, int count) {
        try (TopicLog<Decision> log = pipeline.follow(pipeline.topics().decisions())) {
            return of(customer, log.await(atLeast(customer, count)));
        }
    }

    private static List<Entry<Charge>> chargesOf(String customer, int count) {
        try (TopicLog<Charge> log = pipeline.follow(pipeline.topics().charges())) {
            return of(customer, log.await(atLeast(customer, count)));
        }
    }

    private static <V> Predicate<List<Entry<V>>> atLeast(String customer, int count) {
        return read -> of(customer, read).size() >= count;
    }

    private static <V> List<Entry<V>> of(String customer, List<Entry<V>> entries) {
        return entries.stream().filter(entry -> entry.key().equals(customer)).toList();
    }
}
