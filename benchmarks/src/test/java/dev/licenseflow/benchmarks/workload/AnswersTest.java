package dev.licenseflow.benchmarks.workload;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AnswersTest {

    private final Answers sent = new Answers();
    private final Answers answered = new Answers();

    AnswersTest() {
        sent.add("a", "1");
        sent.add("b", "1");
        sent.add("a", "2");
    }

    @Test
    void oneAnswerForEachRequestInOrderIsNoDifference() {
        answered.add("b", "1");
        answered.add("a", "1");
        answered.add("a", "2");
        assertThat(answered.differencesTo(sent)).isZero();
        assertThat(answered.count()).isEqualTo(sent.count());
    }

    @Test
    void answersInAnotherOrderAreADifference() {
        answered.add("b", "1");
        answered.add("a", "2");
        answered.add("a", "1");
        assertThat(answered.differencesTo(sent)).isEqualTo(1);
    }

    @Test
    void anAnswerTooManyIsADifference() {
        answered.add("a", "1");
        answered.add("a", "2");
        answered.add("a", "2");
        answered.add("b", "1");
        assertThat(answered.differencesTo(sent)).isEqualTo(1);
    }

    @Test
    void aCustomerWithoutAnyAnswerIsADifference() {
        answered.add("a", "1");
        answered.add("a", "2");
        assertThat(answered.differencesTo(sent)).isEqualTo(1);
    }
}
