package dev.licenseflow.database.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.LivenessState;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

@Timeout(60)
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
        assertThat(seen)
                .containsExactly(
                        new Seen(1, Optional.of(ReadingState.READING), 0),
                        new Seen(1, Optional.of(ReadingState.WAITING), 0));
        assertThat(reading.state()).contains(ReadingState.READING);
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
    void whatIsNotToReadHasNoState() {
        TopicReading reading = read(PolledTopic.settings(false), records -> {});

        assertThat(reading.isRunning()).isFalse();
        assertThat(reading.state()).isEmpty();
    }

    private TopicReading read(ReadingSettings settings, Consumer<List<ConsumerRecord<byte[], byte[]>>> desk) {
        TopicReading reading = new TopicReading(
                settings,
                List.of(PolledTopic.NAME),
                records -> {
                    seen.add(new Seen(records.size(), started.get(0).state(), topic.committed()));
                    desk.accept(records);
                },
                events::add,
                topic);
        started.add(reading);
        reading.start();
        return reading;
    }

    /** What a call of the desk found: so many records, the state before it, and how far was committed. */
    private record Seen(int records, Optional<ReadingState> state, long committed) {}
}
