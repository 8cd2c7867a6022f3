package dev.licenseflow.billing.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BrazilianTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|0,00",
                "1|0,01",
                "-1|-0,01",
                "10|0,10",
                "123456|1234,56",
                "9223372036854775807|92233720368547758,07"
            })
    void centsAreWrittenWithACommaAndTwoDecimals(long cents, String text) {
        assertThat(BrazilianText.amount(cents)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0,00|0",
                "0,01|1",
                "1234,56|123456",
                "1.234,56|123456",
                "12.345.678,90|1234567890",
                "9999999999999,99|999999999999999"
            })
    void amountsAreReadWithAndWithoutPoints(String text, long cents) {
        assertThat(BrazilianText.cents(text)).hasValue(cents);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "1,5",
                "1.5",
                "1,234",
                "1.23,45",
                "1234.567,00",
                "-1,00",
                "+1,00",
                "R$ 1,00",
                "1,00 ",
                "١,٠٠",
                "99999999999999,99"
            })
    void whatIsNoSuchAmountIsNotGuessedAt(String text) {
        assertThat(BrazilianText.cents(text)).isEmpty();
    }

    @Test
    void aDayIsReadAsItIsWritten() {
        LocalDate leapDay = LocalDate.of(2028, 2, 29);
        assertThat(BrazilianText.date(leapDay)).isEqualTo("29/02/2028");
        assertThat(BrazilianText.day("29/02/2028")).contains(leapDay);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "29/02/2026", "31/04/2026", "3/4/2026", "2026-03-01", "13/13/2026", "01/03/26"})
    void whatIsNoDayIsNotGuessedAt(String text) {
        assertThat(BrazilianText.day(text)).isEmpty();
    }
}
