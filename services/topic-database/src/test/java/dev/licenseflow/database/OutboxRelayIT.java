package dev.licenseflow.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;

/** The relay on a real database and a producer in memory. */
class OutboxRelayIT {

    private static final String TOPIC = "letters";

    private final WordsDatabase database = WordsDatabase.create();
    private final Transactions transactions = new Transactions(database.source());
    private final Outbox<String> outbox = new Outbox<>(
            database.client(),
            Clock.systemUTC(),
            "letters",
            "select * from letters o",
            (row, number) -> row.getString("word"));
    private final List<MockProducer<String, String>> producers = new CopyOnWriteArrayList<>();
    private volatile boolean acknowledges = true;
    private final OutboxRelay<String> relay = new OutboxRelay<>(outbox, transactions, TOPIC, this::producer);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void anEmptyOutboxPublishesNothing() {
        relay.publishBacklog();

        assertThat(published()).isEmpty();
    }

    @Test
    void ofEachCustomerTheFirstIsPublishedAndThenTheNext() {
        record("c1", "a");
        record("c1", "b");
        record("c2", "x");
        record("c1", "c");
        record("c2", "y");

        relay.publishBacklog();

        assertThat(published()).containsExactly("c1 a", "c2 x", "c1 b", "c2 y", "c1 c");
        assertThat(outbox.backlog()).isZero();
        assertThat(producers).singleElement().matches(MockProducer::closed);
    }

    @Test
    void whatIsPublishedIsNotPublishedAgain() {
        record("c1", "a");
        relay.publishBacklog();
        relay.publishBacklog();

        assertThat(published()).containsExactly("c1 a");
    }

    @Test
    void whatIsNotAcknowledgedIsPublishedAgainBeforeItsSuccessor() {
        record("c1", "a");
        record("c1", "b");
        acknowledges = false;
        Thread thread = start();
        await().until(() -> sent() == 1);
        producers.get(0).errorNext(new TimeoutException("no answer"));
        await().until(() -> relay.state() == OutboxRelay.State.FAILING);
        assertThat(outbox.backlog()).isEqualTo(2);

        acknowledges = true;

        await().until(() -> outbox.backlog() == 0);
        assertThat(relay.state()).isEqualTo(OutboxRelay.State.PUBLISHING);
        assertThat(published()).containsExactly("c1 a", "c1 a", "c1 b");
        stop(thread);
        assertThat(relay.state()).isEqualTo(OutboxRelay.State.STOPPED);
        assertThat(producers).hasSize(2).allMatch(MockProducer::closed);
    }

    @Test
    void whatIsPublishedAndNotMarkedIsPublishedAgain() {
        record("c1", "a");
        database.client()
                .sql("alter table letters add constraint never check (published_at is null)")
                .update();
        assertThatThrownBy(relay::publishBacklog).isInstanceOf(DataIntegrityViolationException.class);

        database.client().sql("alter table letters drop constraint never").update();
        relay.publishBacklog();

        assertThat(published()).containsExactly("c1 a", "c1 a");
        assertThat(outbox.backlog()).isZero();
    }

    @Test
    void withoutAnAnswerTheCallerIsTold() {
        record("c1", "a");
        acknowledges = false;
        Thread failing = new Thread(() -> {
            await().until(() -> sent() == 1);
            producers.get(0).errorNext(new TimeoutException("no answer"));
        });
        failing.start();

        assertThatThrownBy(relay::publishBacklog).isInstanceOf(KafkaException.class);
    }

    @Test
    void oneRelayAtATimePublishes() {
        record("c1", "a");

        transactions.run(() -> {
            assertThat(outbox.tryLock()).isTrue();
            Thread thread = start();
            await().until(() -> relay.state() == OutboxRelay.State.PUBLISHING);
            assertThat(published()).isEmpty();
            stop(thread);
        });
        relay.publishBacklog();

        assertThat(published()).containsExactly("c1 a");
    }

    private Thread start() {
        Thread thread = new Thread(relay);
        thread.start();
        return thread;
    }

    private static void stop(Thread thread) {
        thread.interrupt();
        await().until(() -> !thread.isAlive());
    }

    private MockProducer<String, String> producer() {
        MockProducer<String, String> producer =
                new MockProducer<>(acknowledges, null, new StringSerializer(), new StringSerializer());
        producers.add(producer);
        return producer;
    }

    private void record(String customerId, String word) {
        database.client()
                .sql("insert into letters (customer_id, word) values (?, ?)")
                .param(customerId)
                .param(word)
                .update();
    }

    private int sent() {
        return published().size();
    }

    /** Key and value of all records, of one producer after the other. */
    private List<String> published() {
        return producers.stream()
                .flatMap(producer -> producer.history().stream())
                .map(OutboxRelayIT::text)
                .toList();
    }

    private static String text(ProducerRecord<String, String> record) {
        assertThat(record.topic()).isEqualTo(TOPIC);
        return record.key() + " " + record.value();
    }
}
