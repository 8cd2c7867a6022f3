package dev.licenseflow.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.licenseflow.cli.text.UserError;
import org.junit.jupiter.api.Test;

class TailCommandTest {

    @Test
    void topicsAreKnownByTheirShortNames() {
        assertThat(TailCommand.fullName("decisions")).isEqualTo("licensing.decisions");
        assertThat(TailCommand.fullName("licensing.requests.dlq")).isEqualTo("licensing.requests.dlq");
        assertThatThrownBy(() -> TailCommand.fullName("decision"))
                .isInstanceOf(UserError.class)
                .hasMessage("There is no topic decision; there are requests, settlements, catalog, decisions, charges,"
                        + " licenses, month-closes, clock, requests.dlq, settlements.dlq");
    }
}
