package dev.licenseflow.database.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.licenseflow.database.spring.TopicReading.ReadingState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.FencedInstanceIdException;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.LivenessState;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

class TopicReadingTest {

    private final PolledTopic topic = new PolledTopic();
    private final List<Object> events = new CopyOnWriteArrayList<>();
    private final List<Seen> seen = new CopyOnWriteArrayList<>();
    private final List<TopicReading> started = new ArrayList<>();

    @AfterEach
    void stop() {
        started.forEach(TopicReading::stop);
    }

    static Stream<RuntimeException> outages() {
        return Stream.of(
                new KafkaException("the registry"),
                new TransientDataAccessResourceException("a moment"),
                new RecoverableDataAccessException("a connection"),
                new CannotGetJdbcConnectionException("no connection"),
                new CannotCreateTransactionException("no transaction"),
                new TransactionSystemException("no commit"));
    }

    @ParameterizedTest
    @MethodSource("outages")
    void whatCannotBeEnteredInAnOutageIsTriedUntilItIsAndThenCommitted(RuntimeException outage) {
        TopicReading reading = read(PolledTopic.SETTINGS, records -> {
            if (seen.size() == 1) {
                throw outage;
            }
        });

        await().until(() -> topic.committed() == 1);
        await().until(() -> reading.state().equals(Optional.of(ReadingState.READING)));
        assertThat(seen).extracting(Seen::records).containsExactly(1, 1);
        assertThat(seen).extracting(Seen::committed).containsExactly(0L, 0L);
        assertThat(seen.get(1).state()).contains(ReadingState.WAITING);
        assertThat(reading.isRunning()).isTrue();
        assertThat(events).isEmpty();
    }

    @Test
    void aBugStopsTheReadingAndTheServiceIsNotAlive() {
        TopicReading reading = read(PolledTopic.SETTINGS, records -> {
            throw new IllegalStateException("a bug");
        });

        await().until(topic::isLeft);
        assertThat(reading.isRunning()).isFalse();
        assertThat(seen).hasSize(1);
        assertThat(reading.state()).contains(ReadingState.BROKEN);
        assertThat(topic.committed()).isZero();
        assertThat(events)
                .singleElement()
                .isInstanceOfSatisfying(
                        AvailabilityChangeEvent.class,
                        event -> assertThat(event.getState()).isEqualTo(LivenessState.BROKEN));
    }

    @Test
    void whatIsBrokenStaysSoWhenTheOtherThreadEndsWell() {
        TopicReading reading = read(PolledTopic.SETTINGS, records -> {
            if (!records.isEmpty()) {
                throw new IllegalStateException("a bug");
            }
        });
        await().until(topic::isLeft);

        reading.enter(List.of());

        assertThat(reading.state()).contains(ReadingState.BROKEN);
    }

    @Test
    void itIsCatchingUpUntilWhatWasThereIsEntered() {
        CountDownLatch entered = new CountDownLatch(1);
        TopicReading reading = read(PolledTopic.SETTINGS, records -> waitFor(entered));

        await().until(() -> reading.state().equals(Optional.of(ReadingState.CATCHING_UP)));
        assertThat(reading.hasCaughtUp()).isFalse();
        entered.countDown();

        await().until(() -> reading.state().equals(Optional.of(ReadingState.READING)));
        assertThat(reading.hasCaughtUp()).isTrue();
        assertThat(reading.behind()).hasValue(0);
    }

    @Test
    void itIsJoiningWhileTheGroupKeepsAConsumerWaiting() {
        PolledTopic withheld = new PolledTopic(false);
        TopicReading reading = read(withheld, PolledTopic.SETTINGS, records -> {});

        await().until(() -> withheld.committed() == 1);

        assertThat(reading.state()).contains(ReadingState.JOINING);
        assertThat(reading.hasCaughtUp()).isFalse();
        assertThat(reading.behind()).isEmpty();
    }

    @Test
    void anOffsetWithoutARecordIsCaughtUpWithToo() {
        topic.endTransaction();
        TopicReading reading = read(PolledTopic.SETTINGS, records -> {});

        await().until(() -> reading.state().equals(Optional.of(ReadingState.READING)));

        assertThat(topic.position()).isEqualTo(2);
    }

    @Test
    void whatHasCaughtUpStaysReadyWhenThePartitionsAreSharedAnew() {
        TopicReading reading = read(PolledTopic.SETTINGS, records -> {});
        await().until(() -> reading.state().equals(Optional.of(ReadingState.READING)));

        topic.takeShareBack();
        await().until(() -> reading.behind().isEmpty());

        assertThat(reading.state()).contains(ReadingState.READING);
        assertThat(reading.hasCaughtUp()).isTrue();
    }

    static Stream<Arguments> endings() {
        return Stream.of(
                arguments(
                        new FencedInstanceIdException("another has started"),
                        "words stops reading: another instance has started with the instance id one"
                                + " (licenseflow.instance-id, INSTANCE_ID); each instance needs its own"),
                arguments(
                        new GroupAuthorizationException("not allowed"),
                        "words stops reading: a consumer has ended (AUTH)"));
    }

    @ParameterizedTest
    @MethodSource("endings")
    void aConsumerThatEndsByItselfStopsTheReadingAndTheServiceSaysSoAndIsNotAlive(KafkaException ending, String said) {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        Logger logger = (Logger) LoggerFactory.getLogger(TopicReading.class);
        log.start();
        logger.addAppender(log);
        TopicReading reading = read(PolledTopic.SETTINGS, records -> {});

        topic.fail(ending);

        await().until(() -> !events.isEmpty() && !reading.isRunning());
        // The consumer that ended is not always the first to report it.
        await().untilAsserted(() -> assertThat(List.copyOf(log.list))
                .extracting(ILoggingEvent::getFormattedMessage)
                .filteredOn(line -> line.contains("stops reading"))
                .containsExactly(said));
        logger.detachAppender(log);
        assertThat(reading.state()).contains(ReadingState.BROKEN);
        assertThat(events)
                .singleElement()
                .isInstanceOfSatisfying(
                        AvailabilityChangeEvent.class,
                        event -> assertThat(event.getState()).isEqualTo(LivenessState.BROKEN));
    }

    @Test
    void whatIsNotToReadHasNoState() {
        TopicReading reading = read(PolledTopic.settings(false), records -> {});

        assertThat(reading.isRunning()).isFalse();
        assertThat(reading.state()).isEmpty();
    }

    private TopicReading read(ReadingSettings settings, Consumer<List<ConsumerRecord<byte[], byte[]>>> desk) {
        return read(topic, settings, desk);
    }

    private TopicReading read(
            PolledTopic from, ReadingSettings settings, Consumer<List<ConsumerRecord<byte[], byte[]>>> desk) {
        TopicReading reading = new TopicReading(
                settings,
                List.of(PolledTopic.NAME),
                records -> {
                    seen.add(new Seen(records.size(), started.get(0).state(), from.committed()));
                    desk.accept(records);
                },
                events::add,
                from);
        started.add(reading);
        reading.start();
        return reading;
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** What a call of the desk found: so many records, the state before it, and how far was committed. */
    private record Seen(int records, Optional<ReadingState> state, long committed) {}
}
