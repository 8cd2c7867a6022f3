package dev.licenseflow.domain.rule;

import static dev.licenseflow.domain.fixture.RequestBuilder.changeSystem;
import static dev.licenseflow.domain.fixture.RequestBuilder.register;
import static dev.licenseflow.domain.fixture.RequestBuilder.renew;
import static dev.licenseflow.domain.fixture.RequestBuilder.suspend;

import dev.licenseflow.domain.fixture.RequestBuilder;
import dev.licenseflow.domain.fixture.Rule;
import dev.licenseflow.domain.fixture.Scenario;
import dev.licenseflow.domain.request.RenewalMethod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A month that is not paid: nothing is released for money, and nothing charged, before the renewal (Q6). */
@Rule("Q6")
class UnpaidMonthTest {

    /*
     * Lines of a change of the system, which may stay the same. A change of licenses alone needs a paid month until the second
     * edition of D8 is asked for.
     */
    private static RequestBuilder add(String product, int quantity) {
        return changeSystem("link").andAdd(product, quantity);
    }

    private static RequestBuilder remove(String product, int quantity) {
        return changeSystem("link").andRemove(product, quantity);
    }

    private static RequestBuilder set(String product, int quantity) {
        return changeSystem("link").andSet(product, quantity);
    }

    private final Scenario march = Scenario.onPureCore()
            .given("2026-03-10T09:00", register("link").with("cloud", 1).with("link-garcom", 3))
            .givenAllPaid("2026-03-11T09:00");

    private Scenario expired() {
        return march.givenMonth("2026-04");
    }

    @Test
    void aChangeSetsBothNumbersAtOnceAndCostsNothing() {
        expired()
                .when("2026-04-02T09:00", set("link-garcom", 1).andAdd("ordem-pagamento", 1))
                .then("""
                        APPLIED r2, revision 3 -> 4
                          link-garcom 3/3 -> 1/1
                          ordem-pagamento 0/0 -> 1/1
                        """)
                .thenLicenses("EXPIRED MANUAL to 2026-03, open 0:"
                        + " cloud 1/1, link 1/1, link-garcom 1/1, ordem-pagamento 1/1");
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 0, 1, 99_999})
    void itIsNotQuotedWhateverIsAccepted(long acceptedCents) {
        expired()
                .when("2026-04-02T09:00", add("pagamento-integrado", 1).accepting(acceptedCents))
                .then("""
                        APPLIED r2, revision 3 -> 4
                          pagamento-integrado 0/0 -> 1/1
                        """);
    }

    @Test
    @Rule({"Q6", "R2"})
    void theRenewalChargesWhatThereIsThen() {
        expired()
                .given("2026-04-02T09:00", set("link-garcom", 1).andAdd("ordem-pagamento", 1))
                .when("2026-04-03T09:00", renew())
                .then("""
                        APPLIED r3, revision 4 -> 5
                          paid through 2026-03 -> 2026-04
                          status EXPIRED -> ACTIVE
                          charge RENEWAL cloud 1 x 3000 for 30/30 days = 3000
                          charge RENEWAL link 1 x 12000 for 30/30 days = 12000
                          charge RENEWAL link-garcom 1 x 1000 for 30/30 days = 1000
                          charge RENEWAL ordem-pagamento 1 x 1500 for 30/30 days = 1500
                        """);
    }

    @Test
    @Rule({"Q6", "R2"})
    void aManagedCustomerThatWaitsIsRenewedWithWhatThereIsThen() {
        Scenario.onPureCore()
                .given(
                        "2026-03-10T09:00",
                        register("link").with("link-garcom", 3).renewing(RenewalMethod.MANAGED_BILLING))
                .givenMonth("2026-04")
                .given("2026-04-02T09:00", set("link-garcom", 2).andAdd("cloud", 1))
                .whenAllPaid("2026-04-03T09:00")
                .then("""
                        APPLIED s1, revision 3 -> 4
                          settled c1:2026-03:p1:r1:link PAID 8516
                          settled c1:2026-03:p1:r1:link-garcom PAID 2129
                          paid through 2026-03 -> 2026-04
                          status EXPIRED -> ACTIVE
                          charge RENEWAL cloud 1 x 3000 for 30/30 days = 3000
                          charge RENEWAL link 1 x 12000 for 30/30 days = 12000
                          charge RENEWAL link-garcom 2 x 1000 for 30/30 days = 2000
                        """);
    }

    @Test
    void takingAwayAndPuttingBackMoreCostsNothing() {
        expired()
                .given("2026-04-02T09:00", remove("link-garcom", 3))
                .when("2026-04-02T10:00", add("link-garcom", 9))
                .then("""
                        APPLIED r3, revision 4 -> 5
                          link-garcom 0/0 -> 9/9
                        """);
    }

    @Test
    @Rule({"Q6", "Q3"})
    void whatIsJudgedOfAChangeIsJudgedHereToo() {
        expired();
        march.when("2026-04-02T09:00", remove("cloud", 1).andAdd("link-movel", 1))
                .thenRejected("DEPENDENCY_MISSING link-movel");
        march.when("2026-04-02T09:00", set("link-garcom", 51)).thenRejected("QUANTITY_OUT_OF_RANGE link-garcom");
        march.when("2026-04-02T09:00", set("link-garcom", 3)).thenRejected("NO_CHANGE");
        march.given("2026-04-02T09:00", add("link-movel", 1))
                .when("2026-04-02T10:00", remove("cloud", 1))
                .thenRejected("DEPENDENCY_IN_USE cloud");
    }

    @Test
    @Rule({"Q6", "Q7"})
    void anotherSystemIsTheOnlyOneAtOnce() {
        expired()
                .when("2026-04-02T09:00", changeSystem("navi").andSet("link-garcom", 0))
                .then("""
                        APPLIED r2, revision 3 -> 4
                          system link -> navi
                          link 1/1 -> 0/0
                          link-garcom 3/3 -> 0/0
                          navi 0/0 -> 1/1
                        """)
                .thenLicenses("EXPIRED MANUAL to 2026-03, open 0: cloud 1/1, navi 1/1");
    }

    @Test
    void aSuspendedMonthThatIsNotPaidIsUnpaidToo() {
        march.given("2026-03-12T09:00", suspend())
                .givenMonth("2026-04")
                .when("2026-04-02T09:00", remove("link-garcom", 1).andAdd("ordem-pagamento", 1))
                .then("""
                        APPLIED r3, revision 3 -> 4
                          link-garcom 3/3 -> 2/2
                          ordem-pagamento 0/0 -> 1/1
                        """);
    }

    @Test
    void aSuspendedMonthThatIsPaidIsNot() {
        march.given("2026-03-12T09:00", suspend())
                .when("2026-03-12T10:00", add("ordem-pagamento", 1))
                .then("""
                        QUOTED r3, revision 3
                          quote r3 of 968, monthly 19500, until 2026-03-15T00:00
                            ordem-pagamento 1 x 1500 for 20/31 days = 968
                        """);
    }

    @Test
    @Rule({"Q6", "M2", "T3"})
    void theMonthBoundaryDecides() {
        march.when("2026-03-31T23:59:59.999", add("ordem-pagamento", 1)).then("""
                        QUOTED r2, revision 2
                          quote r2 of 48, monthly 19500, until 2026-04-01T00:00
                            ordem-pagamento 1 x 1500 for 1/31 days = 48
                        """);
        march.when("2026-04-01T00:00", add("ordem-pagamento", 1)).then("""
                        MONTH 2026-04, revision 2 -> 3
                          quote r2 EXPIRED
                          status ACTIVE -> EXPIRED
                        APPLIED r3, revision 3 -> 4
                          ordem-pagamento 0/0 -> 1/1
                        """);
    }
}
