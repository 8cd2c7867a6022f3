package dev.licenseflow.domain.rule;

import static dev.licenseflow.domain.fixture.RequestBuilder.add;
import static dev.licenseflow.domain.fixture.RequestBuilder.confirm;
import static dev.licenseflow.domain.fixture.RequestBuilder.register;
import static dev.licenseflow.domain.fixture.RequestBuilder.remove;

import dev.licenseflow.domain.fixture.Rule;
import dev.licenseflow.domain.fixture.Scenario;
import dev.licenseflow.domain.request.Channel;
import org.junit.jupiter.api.Test;

/** The vendor's help page from the first registration to the begin of the next month. */
@Rule({"D1", "D9", "R6", "Q1", "Q2", "K1", "K3", "M1", "R1"})
class HelpPageStoryTest {

    @Test
    void aLinkCustomerGrowsShrinksAndExpires() {
        Scenario scenario = Scenario.onPureCore();
        scenario.when("2026-03-10T10:00", register("link").with("cloud", 1).with("link-garcom", 2))
                .then("""
                        APPLIED r1, revision 0 -> 1
                          registered by p1 with link, MANUAL, paid through 2026-03
                          cloud 0/0 -> 1/1
                          link 0/0 -> 1/1
                          link-garcom 0/0 -> 2/2
                          charge INITIAL cloud 1 x 3000 for 22/31 days = 2129
                          charge INITIAL link 1 x 12000 for 22/31 days = 8516
                          charge INITIAL link-garcom 2 x 1000 for 22/31 days = 1419
                        """)
                .thenLicenses("ACTIVE MANUAL to 2026-03, open 12064: cloud 1/1, link 1/1, link-garcom 2/2");
        scenario.when("2026-03-16T10:00", add("link-garcom", 1)).then("""
                        QUOTED r2, revision 1
                          quote r2 of 516, monthly 18000, until 2026-03-19T00:00
                            link-garcom 1 x 1000 for 16/31 days = 516
                        """);
        scenario.when("2026-03-16T10:01", confirm("r2")).then("""
                        APPLIED r3, revision 1 -> 2
                          quote r2 CONFIRMED
                          link-garcom 2/2 -> 3/3
                          charge ADDITION link-garcom 1 x 1000 for 16/31 days = 516
                        """);
        scenario.when("2026-03-20T10:00", remove("cloud", 1).on(Channel.MANUAL_RENEWAL))
                .then("""
                        APPLIED r4, revision 2 -> 3
                          cloud 1/1 -> 1/0 from 2026-04-01T00:00
                        """);
        scenario.whenMonthBegins("2026-04")
                .then("""
                        MONTH 2026-04, revision 3 -> 4
                          cloud 1/0 -> 0/0
                          status ACTIVE -> EXPIRED
                        """)
                .thenLicenses("EXPIRED MANUAL to 2026-03, open 12580: link 1/1, link-garcom 3/3");
    }
}
