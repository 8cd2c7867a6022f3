package dev.licenseflow.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licenseflow.domain.license.RenewalMethod;
import dev.licenseflow.messaging.json.DefaultCatalog;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The demo's own arithmetic against numbers worked out by hand: 12990 cents for Link, 1149 for Link Garçom. */
class ContractModelTest {

    private final ContractModel contract =
            new ContractModel(DefaultCatalog.load(), ZoneId.of("America/Sao_Paulo"), RenewalMethod.MANAGED_BILLING);

    @ParameterizedTest
    @CsvSource({
        "2026-04-01T03:00:00Z, 30/30 days = 12990, due by 2026-04-30",
        "2026-04-30T12:00:00Z, 1/30 days = 433, due by 2026-04-30",
        "2026-05-01T02:59:59Z, 1/30 days = 433, due by 2026-04-30",
        "2026-05-01T03:00:00Z, 31/31 days = 12990, due by 2026-05-31",
        "2026-03-10T13:00:00Z, 22/31 days = 9219, due by 2026-03-31",
        "2026-02-28T12:00:00Z, 1/28 days = 464, due by 2026-02-28",
        "2028-02-28T12:00:00Z, 2/29 days = 896, due by 2028-02-29",
        "2028-02-29T12:00:00Z, 1/29 days = 448, due by 2028-02-29",
        "2026-12-31T23:00:00Z, 1/31 days = 419, due by 2026-12-31"
    })
    void theFirstMonthIsChargedByTheDaysLeft(Instant at, String days, String dueBy) {
        assertThat(contract.registered(at, Map.of("link", 1)).toString())
                .contains("charge of link=INITIAL 1 x 12990, " + days + ", " + dueBy);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-16T13:00:00Z, 593, 2026-03-19T00:00",
        "2026-03-29T13:00:00Z, 111, 2026-04-01T00:00",
        "2026-03-31T13:00:00Z, 37, 2026-04-01T00:00"
    })
    void aQuoteEndsWithItsMonthAtTheLatest(Instant at, long totalCents, String until) {
        assertThat(contract.quoted(at, "link-garcom", 1).toString())
                .contains("link-garcom 1 = " + totalCents + "; total " + totalCents + ", monthly 1149, until " + until);
    }

    @Test
    void whoOwesNothingIsRenewedInFullWhenTheMonthBegins() {
        contract.registered(Instant.parse("2026-01-31T13:00:00Z"), Map.of("link", 1, "link-garcom", 2));
        assertThat(contract.openCents()).isEqualTo(419 + 74);
        assertThat(contract.settled(Instant.parse("2026-01-31T14:00:00Z")).toString())
                .contains("settled=2 charges = 493", "ACTIVE MANAGED_BILLING to 2026-01", "; open 0");

        assertThat(contract.monthBegun(YearMonth.of(2026, 2)).toString())
                .contains(
                        "charge of link=RENEWAL 1 x 12990, 28/28 days = 12990, due by 2026-02-28",
                        "charge of link-garcom=RENEWAL 2 x 1149, 28/28 days = 2298, due by 2026-02-28",
                        "ACTIVE MANAGED_BILLING to 2026-02: link 1/1, link-garcom 2/2; open 15288");
    }

    @Test
    void whoOwesIsExpiredAndRenewedWithTheLastSettlement() {
        contract.registered(Instant.parse("2026-01-31T13:00:00Z"), Map.of("link", 1));

        assertThat(contract.monthBegun(YearMonth.of(2026, 2)).toString())
                .contains("EXPIRED MANAGED_BILLING to 2026-01: link 1/1; open 419")
                .doesNotContain("RENEWAL");
        assertThat(contract.settled(Instant.parse("2026-02-01T03:00:00Z")).toString())
                .contains("settled=1 charges = 419", "RENEWAL 1 x 12990, 28/28 days = 12990, due by 2026-02-28")
                .contains("ACTIVE MANAGED_BILLING to 2026-02: link 1/1; open 12990");
    }
}
