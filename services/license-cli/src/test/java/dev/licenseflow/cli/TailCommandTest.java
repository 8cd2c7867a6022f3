package dev.licenseflow.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.licenseflow.cli.text.UserError;
import dev.licenseflow.messaging.topic.LicensingTopics;
import dev.licenseflow.messaging.topic.TopicDeclaration;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

class TailCommandTest {

    @Test
    void topicsAreKnownByTheirShortNames() {
        assertThat(TailCommand.fullName("decisions")).isEqualTo("licensing.decisions");
        assertThat(TailCommand.fullName("licensing.requests.dlq")).isEqualTo("licensing.requests.dlq");
        assertThatThrownBy(() -> TailCommand.fullName("decision"))
                .isInstanceOf(UserError.class)
                .hasMessage(
                        "There is no topic decision; there are requests, backoffice, settlements, catalog, decisions,"
                                + " charges, licenses, month-closes, clock, requests.dlq, backoffice.dlq, settlements.dlq");
    }

    @Test
    void theHelpNamesEveryTopic() {
        String help =
                ResourceBundle.getBundle("dev.licenseflow.cli.text.help").getString("licenseflow.tail.usage.footer");
        assertThat(LicensingTopics.ALL)
                .flatExtracting(TopicDeclaration::names)
                .allSatisfy(name -> assertThat(help).contains(name.substring("licensing.".length())));
    }
}
