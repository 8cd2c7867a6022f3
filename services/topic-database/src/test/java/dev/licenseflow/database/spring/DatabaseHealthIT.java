package dev.licenseflow.database.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.licenseflow.database.WordsDatabase;
import dev.licenseflow.database.spring.TopicReading.ReadingState;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

class DatabaseHealthIT {

    private final WordsDatabase database = WordsDatabase.create();
    private final PolledTopic topic = new PolledTopic();
    private final AtomicReference<Optional<RuntimeException>> failure = new AtomicReference<>(Optional.empty());
    private final TopicReading reading = reading(PolledTopic.SETTINGS);

    @AfterEach
    void close() {
        reading.stop();
        database.close();
    }

    @Test
    void aServiceThatReadsIsUpAndShowsWhatItIsAskedTo() {
        startAndCatchUp();

        assertThat(health(reading))
                .isEqualTo(Health.up()
                        .withDetail("reading", "READING")
                        .withDetail("behind", 0L)
                        .withDetail("words", 0L)
                        .build());
    }

    @Test
    void aServiceThatHasNoPartitionsYetIsNotInService() {
        assertThat(health(reading))
                .isEqualTo(Health.outOfService()
                        .withDetail("reading", "JOINING")
                        .withDetail("words", 0L)
                        .build());
    }

    @Test
    void eachServiceSaysWhatItIsWhileItWaits() {
        startAndCatchUp();
        failure.set(Optional.of(new KafkaException("an outage")));
        topic.add();
        await().until(() -> reading.state().equals(Optional.of(ReadingState.WAITING)));

        assertThat(health(reading))
                .isEqualTo(Health.unknown()
                        .withDetail("reading", "WAITING")
                        .withDetail("words", 0L)
                        .build());
    }

    @Test
    void aServiceThatWaitsBeforeItHasCaughtUpIsNotInService() {
        failure.set(Optional.of(new KafkaException("an outage")));
        reading.start();
        await().until(() -> reading.state().equals(Optional.of(ReadingState.WAITING)));

        assertThat(health(reading).getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
    }

    @Test
    void aServiceThatABugHasStoppedIsDown() {
        failure.set(Optional.of(new IllegalStateException("a bug")));
        reading.start();
        await().until(() -> reading.state().equals(Optional.of(ReadingState.BROKEN)));

        assertThat(health(reading))
                .isEqualTo(Health.down()
                        .withDetail("reading", "BROKEN")
                        .withDetail("words", 0L)
                        .build());
    }

    @Test
    void aServiceThatIsNotToReadIsUp() {
        assertThat(health(reading(PolledTopic.settings(false))))
                .isEqualTo(Health.up()
                        .withDetail("reading", "off")
                        .withDetail("words", 0L)
                        .build());
    }

    @Test
    void withoutItsDatabaseAServiceIsNotInService() {
        database.close();

        assertThat(health(reading))
                .isEqualTo(new Health.Builder(Status.OUT_OF_SERVICE, Map.of("waitsFor", "the database")).build());
    }

    private void startAndCatchUp() {
        reading.start();
        await().until(() -> reading.state().equals(Optional.of(ReadingState.READING)));
    }

    private Health health(TopicReading of) {
        return new DatabaseHealth(
                        database.client(),
                        of,
                        Status.UNKNOWN,
                        health -> health.withDetail(
                                "words", (long) database.words().size()))
                .health();
    }

    private TopicReading reading(ReadingSettings settings) {
        return new TopicReading(
                settings,
                List.of(PolledTopic.NAME),
                records -> failure.get().ifPresent(thrown -> {
                    throw thrown;
                }),
                event -> {},
                topic);
    }
}
