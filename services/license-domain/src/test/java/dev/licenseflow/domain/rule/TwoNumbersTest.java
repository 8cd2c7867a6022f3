package dev.licenseflow.domain.rule;

import static dev.licenseflow.domain.fixture.RequestBuilder.add;
import static dev.licenseflow.domain.fixture.RequestBuilder.register;
import static dev.licenseflow.domain.fixture.RequestBuilder.remove;
import static dev.licenseflow.domain.fixture.RequestBuilder.set;

import dev.licenseflow.domain.fixture.Rule;
import dev.licenseflow.domain.fixture.Scenario;
import org.junit.jupiter.api.Test;

/** What is available now, what is there next month, and what each change of them costs (Q2). */
@Rule("Q2")
class TwoNumbersTest {

    private final Scenario scenario =
            Scenario.onPureCore().given("2026-03-02T09:00", register("link").with("link-garcom", 3));

    @Test
    void aDecreaseWaitsForTheMonthToEnd() {
        scenario.when("2026-03-10T09:00", remove("link-garcom", 2)).then("""
                        APPLIED r2, revision 1 -> 2
                          link-garcom 3/3 -> 3/1 from 2026-04-01T00:00
                        """);
    }

    @Test
    void anIncreaseIsReleasedAtOnceAndCharged() {
        scenario.when("2026-03-10T09:00", add("link-garcom", 2).accepting(99_999))
                .then("""
                        APPLIED r2, revision 1 -> 2
                          link-garcom 3/3 -> 5/5
                          charge ADDITION link-garcom 2 x 1000 for 22/31 days = 1419
                        """);
    }

    @Test
    void takingAwayAndPuttingBackCostsNothing() {
        scenario.given("2026-03-10T09:00", remove("link-garcom", 2))
                .when("2026-03-12T09:00", add("link-garcom", 2).accepting(0))
                .then("""
                        APPLIED r3, revision 2 -> 3
                          link-garcom 3/1 -> 3/3 from 2026-04-01T00:00
                        """);
    }

    @Test
    void puttingBackPartOfItCostsNothing() {
        scenario.given("2026-03-10T09:00", set("link-garcom", 0))
                .when("2026-03-12T09:00", add("link-garcom", 1))
                .then("""
                        APPLIED r3, revision 2 -> 3
                          link-garcom 3/0 -> 3/1 from 2026-04-01T00:00
                        """);
    }

    @Test
    void puttingBackMoreChargesOnlyWhatGoesBeyondWhatWasPaid() {
        scenario.given("2026-03-10T09:00", remove("link-garcom", 2))
                .when("2026-03-16T09:00", set("link-garcom", 5).accepting(1_032))
                .then("""
                        APPLIED r3, revision 2 -> 3
                          link-garcom 3/1 -> 5/5
                          charge ADDITION link-garcom 2 x 1000 for 16/31 days = 1032
                        """);
    }

    @Test
    void whatWasRaisedAndTakenAwayAgainIsPaidForTheMonth() {
        scenario.given("2026-03-10T09:00", add("link-garcom", 2).accepting(99_999), remove("link-garcom", 4))
                .when("2026-03-11T09:00", add("link-garcom", 4))
                .then("""
                        APPLIED r4, revision 3 -> 4
                          link-garcom 5/1 -> 5/5 from 2026-04-01T00:00
                        """);
    }
}
