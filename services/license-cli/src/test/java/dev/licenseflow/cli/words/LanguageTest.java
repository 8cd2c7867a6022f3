package dev.licenseflow.cli.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class LanguageTest {

    @Test
    void moneyAndDatesAreWrittenAsTheReadersWriteThem() {
        assertThat(Language.PT.money(123_456)).isEqualTo("R$ 1.234,56");
        assertThat(Language.EN.money(123_456)).isEqualTo("R$1,234.56");
        assertThat(Language.PT.date(LocalDate.of(2026, 3, 1))).isEqualTo("01/03/2026");
        assertThat(Language.EN.date(LocalDate.of(2026, 3, 1))).isEqualTo("2026-03-01");
    }

    @Test
    void timesAreThoseOfTheZone() {
        assertThat(Language.PT.time(Instant.parse("2026-04-01T02:59:59Z"), ZoneId.of("America/Sao_Paulo")))
                .isEqualTo("31/03/2026 23:59:59");
    }

    @Test
    void coloursAreLeftOutWhereNobodySeesThem() {
        assertThat(new Palette(false).bad("text")).isEqualTo("text");
        assertThat(new Palette(true).bad("text")).isEqualTo("\u001B[31mtext\u001B[0m");
    }
}
