package dev.licenseflow.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.licenseflow.messaging.json.DefaultCatalog;
import dev.licenseflow.testkit.Expectation;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The demo's arithmetic against numbers worked out by hand: 12990 cents for Link, 1149 for Link Garçom. */
class ExpectedValuesTest {

    private final ExpectedValues values = new ExpectedValues(DefaultCatalog.load(), ZoneId.of("America/Sao_Paulo"));

    @ParameterizedTest
    @CsvSource({
        "2026-04-01T03:00:00Z, 30/30 12990 2026-04-30",
        "2026-04-30T12:00:00Z, 1/30 433 2026-04-30",
        "2026-05-01T02:59:59Z, 1/30 433 2026-04-30",
        "2026-05-01T03:00:00Z, 31/31 12990 2026-05-31",
        "2026-03-10T13:00:00Z, 22/31 9219 2026-03-31",
        "2026-02-28T12:00:00Z, 1/28 464 2026-02-28",
        "2028-02-28T12:00:00Z, 2/29 896 2028-02-29",
        "2028-02-29T12:00:00Z, 1/29 448 2028-02-29",
        "2026-12-31T23:00:00Z, 1/31 419 2026-12-31"
    })
    void theFirstMonthIsChargedByTheDaysLeft(Instant at, String expected) {
        assertThat(filled(at, "{link.left}/{days} {link * link.left / days} {lastDay}"))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-16T13:00:00Z, 593 2026-03-19T00:00:00-03:00",
        "2026-03-29T13:00:00Z, 111 2026-04-01T00:00:00-03:00",
        "2026-03-31T13:00:00Z, 37 2026-04-01T00:00:00-03:00"
    })
    void aQuoteEndsWithItsMonthAtTheLatest(Instant at, String expected) {
        assertThat(filled(at, "{link-garcom * link-garcom.left / days} {quoteEnd}"))
                .isEqualTo(expected);
    }

    @Test
    void eachTermOfASumIsRoundedByItself() {
        // 419.03 and 74.13 cents
        assertThat(filled(Instant.parse("2026-01-31T13:00:00Z"), "{link * link.left / days + 2 * link-garcom / 31}"))
                .isEqualTo("493");
    }

    @Test
    void aNameThatNothingHasIsRefused() {
        Instant at = Instant.parse("2026-01-31T13:00:00Z");

        assertThatThrownBy(() -> filled(at, "{2 * lnk}")).hasMessage("lnk");
    }

    private String filled(Instant at, String text) {
        values.calendar(at);
        return values.fill(Expectation.parse("charges value=" + text)).pairs().getOrDefault("value", "");
    }
}
