package dev.licenseflow.cli.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licenseflow.domain.decision.Cause;
import org.junit.jupiter.api.Test;

class UnansweredTest {

    private static final CauseKey ASKED = new CauseKey(Cause.REQUEST, "c1", "r1");

    private final Unanswered unanswered = new Unanswered();

    @Test
    void whatWasSentTwiceIsAnsweredTwice() throws InterruptedException {
        unanswered.add(ASKED);
        unanswered.add(ASKED);

        assertThat(unanswered.answer(ASKED)).isTrue();
        assertThat(unanswered.size()).isEqualTo(1);
        assertThat(unanswered.answer(ASKED)).isTrue();
        assertThat(unanswered.answer(ASKED)).isFalse();
        assertThat(unanswered.size()).isZero();
    }

    @Test
    void answersToOthersAreNoneOfOurs() throws InterruptedException {
        unanswered.add(ASKED);

        assertThat(unanswered.answer(new CauseKey(Cause.SETTLEMENT, "c1", "r1")))
                .isFalse();
        assertThat(unanswered.answer(new CauseKey(Cause.REQUEST, "c2", "r1"))).isFalse();
        assertThat(unanswered.some(5)).containsExactly(ASKED);
    }

    @Test
    void nobodyWaitsAnyLongerOnceAnswersAreNotRead() throws InterruptedException {
        unanswered.add(ASKED);
        unanswered.abandon();

        unanswered.awaitNoneOf("c1");

        assertThat(unanswered.size()).isEqualTo(1);
    }
}
