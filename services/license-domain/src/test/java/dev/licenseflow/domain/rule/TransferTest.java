package dev.licenseflow.domain.rule;

import static dev.licenseflow.domain.fixture.RequestBuilder.add;
import static dev.licenseflow.domain.fixture.RequestBuilder.confirm;
import static dev.licenseflow.domain.fixture.RequestBuilder.issue;
import static dev.licenseflow.domain.fixture.RequestBuilder.register;
import static dev.licenseflow.domain.fixture.RequestBuilder.suspend;
import static dev.licenseflow.domain.fixture.RequestBuilder.transferTo;
import static org.assertj.core.api.Assertions.assertThat;

import dev.licenseflow.domain.charge.Charge;
import dev.licenseflow.domain.fixture.Rule;
import dev.licenseflow.domain.fixture.Scenario;
import org.junit.jupiter.api.Test;

/** The back office gives a customer to another partner (R9). */
@Rule({"R9", "D10"})
class TransferTest {

    private final Scenario scenario = Scenario.onPureCore().given("2026-03-10T09:00", register("link"));

    @Test
    @Rule({"R9", "D5"})
    void thePartnerIsAnotherFromTheDecisionOn() {
        scenario.when("2026-03-11T09:00", transferTo("p2")).then("""
                        APPLIED r2, revision 1 -> 2
                          partner p1 -> p2
                        """);
        scenario.when("2026-03-11T09:00", suspend()).thenRejected("NOT_YOUR_CUSTOMER");
        scenario.given("2026-03-11T09:00", suspend().partner("p2"));
        assertThat(scenario.licenses("c1").partnerId()).isEqualTo("p2");
    }

    @Test
    @Rule({"R9", "D7"})
    void toTheSamePartnerIsNoChange() {
        scenario.when("2026-03-11T09:00", transferTo("p1")).thenRejected("NO_CHANGE");
    }

    @Test
    @Rule({"R9", "D5"})
    void itNeedsARegisteredCustomer() {
        scenario.when("2026-03-11T09:00", transferTo("p2").customer("c2")).thenRejected("UNKNOWN_CUSTOMER");
    }

    @Test
    void anInactiveCustomerIsTransferredToo() {
        scenario.givenMonth("2026-05").given("2026-05-02T09:00", transferTo("p2"));
        assertThat(scenario.licenses("c1").partnerId()).isEqualTo("p2");
    }

    @Test
    @Rule({"R9", "K3"})
    void itMakesAnOpenQuoteStale() {
        scenario.given("2026-03-11T09:00", add("link-garcom", 2), transferTo("p2"));
        scenario.when("2026-03-11T10:00", confirm("r2").partner("p2"))
                .thenRejected("QUOTE_STALE")
                .thenFact("partnerId", "p1 -> p2")
                .thenFact("totalNowCents", "1355");
        scenario.given("2026-03-11T11:00", transferTo("p1")).given("2026-03-11T12:00", confirm("r2"));
    }

    @Test
    @Rule({"R9", "G1"})
    void chargesFromThenOnAreTheNewPartners() {
        scenario.givenAllPaid("2026-03-11T09:00").given("2026-03-11T10:00", transferTo("p2"));
        assertThat(scenario.when(
                                "2026-03-11T11:00",
                                add("cloud", 1).partner("p2").accepting(99_999))
                        .answer()
                        .charges())
                .extracting(Charge::partnerId)
                .containsExactly("p2");
        assertThat(scenario.when("2026-03-11T12:00", issue("link", 100))
                        .answer()
                        .charges())
                .extracting(Charge::partnerId)
                .containsExactly("p2");
    }
}
