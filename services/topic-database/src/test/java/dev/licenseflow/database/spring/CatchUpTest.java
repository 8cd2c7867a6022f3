package dev.licenseflow.database.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licenseflow.database.spring.TopicReading.ReadingState;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class CatchUpTest {

    private static final TopicPartition PARTITION = new TopicPartition("words", 0);

    private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");
    private final CatchUp catchUp = new CatchUp(1);

    @Test
    void aConsumerThatPollsBeforeItHasAShareIsJoining() {
        catchUp.entered(consumer);

        assertThat(catchUp.state()).isEqualTo(ReadingState.JOINING);
        assertThat(catchUp.behind()).isEmpty();
    }

    @Test
    void aConsumerWithAnEmptyShareHasCaughtUp() {
        catchUp.onPartitionsAssigned(consumer, List.of());
        catchUp.entered(consumer);

        assertThat(catchUp.state()).isEqualTo(ReadingState.READING);
        assertThat(catchUp.behind()).hasValue(0);
    }

    @Test
    void whatComesLaterDoesNotPutTheEndOff() {
        consumer.assign(List.of(PARTITION));
        catchUp.onPartitionsAssigned(consumer, List.of(PARTITION));
        standAt(0, 10);
        assertThat(catchUp.state()).isEqualTo(ReadingState.CATCHING_UP);
        assertThat(catchUp.behind()).hasValue(10);

        standAt(9, 15);
        assertThat(catchUp.isDone()).isFalse();
        standAt(10, 20);

        assertThat(catchUp.state()).isEqualTo(ReadingState.READING);
        assertThat(catchUp.behind()).hasValue(10);
    }

    @Test
    void aConsumerThatHasLostItsShareIsJoiningAgainUnlessItHadCaughtUp() {
        consumer.assign(List.of(PARTITION));
        catchUp.onPartitionsAssigned(consumer, List.of(PARTITION));
        standAt(0, 10);

        catchUp.onPartitionsLost(consumer, List.of(PARTITION));
        assertThat(catchUp.state()).isEqualTo(ReadingState.JOINING);

        catchUp.onPartitionsAssigned(consumer, List.of(PARTITION));
        standAt(10, 10);
        catchUp.onPartitionsLost(consumer, List.of(PARTITION));
        assertThat(catchUp.state()).isEqualTo(ReadingState.READING);
    }

    private void standAt(long position, long end) {
        consumer.updateEndOffsets(Map.of(PARTITION, end));
        consumer.seek(PARTITION, position);
        catchUp.entered(consumer);
    }
}
