package dev.licenseflow.cli.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licenseflow.cli.client.PendingInputs.Input;
import dev.licenseflow.schema.decision.Cause;
import org.junit.jupiter.api.Test;

class PendingInputsTest {

    private static final Input ASKED = new Input(Cause.REQUEST, "c1", "r1");

    private final PendingInputs pending = new PendingInputs();

    @Test
    void whatWasSentTwiceIsAnsweredTwice() throws InterruptedException {
        pending.add(ASKED);
        pending.add(ASKED);

        assertThat(pending.answer(ASKED)).isTrue();
        assertThat(pending.size()).isEqualTo(1);
        assertThat(pending.answer(ASKED)).isTrue();
        assertThat(pending.answer(ASKED)).isFalse();
        assertThat(pending.size()).isZero();
    }

    @Test
    void answersToOthersAreNoneOfOurs() throws InterruptedException {
        pending.add(ASKED);

        assertThat(pending.answer(new Input(Cause.SETTLEMENT, "c1", "r1"))).isFalse();
        assertThat(pending.answer(new Input(Cause.REQUEST, "c2", "r1"))).isFalse();
        assertThat(pending.some(5)).containsExactly(ASKED);
    }

    @Test
    void nobodyWaitsAnyLongerOnceAnswersAreNotRead() throws InterruptedException {
        pending.add(ASKED);
        pending.abandon();

        pending.awaitNoneOf("c1");

        assertThat(pending.size()).isEqualTo(1);
    }
}
