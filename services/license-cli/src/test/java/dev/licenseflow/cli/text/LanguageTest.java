package dev.licenseflow.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licenseflow.billing.settlement.LedgerSettlement.SettlementStatus;
import dev.licenseflow.domain.catalog.ProductStatus;
import dev.licenseflow.domain.catalog.Proration;
import dev.licenseflow.domain.decision.Outcome;
import dev.licenseflow.domain.request.Channel;
import dev.licenseflow.schema.license.LicenseStatus;
import dev.licenseflow.standalone.pipeline.StartPhase;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
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
    void colorsAreLeftOutWhereNobodySeesThem() {
        assertThat(new TerminalColors(false).bad("text")).isEqualTo("text");
        assertThat(new TerminalColors(true).bad("text")).isEqualTo("\u001B[31mtext\u001B[0m");
    }

    @Test
    void everyConstantThatIsShownHasAWord() {
        Stream.of(
                        Outcome.values(),
                        Channel.values(),
                        LicenseStatus.values(),
                        ProductStatus.values(),
                        Proration.values(),
                        SettlementStatus.values())
                .flatMap(Stream::of)
                .forEach(constant -> {
                    assertThat(Language.PT.word(constant)).isNotBlank();
                    assertThat(Language.EN.word(constant)).isNotBlank();
                });
        assertThat(StartPhase.values())
                .allSatisfy(phase -> assertThat(Language.PT.word(phase)).isNotBlank());
    }

    @Test
    void bothLanguagesHaveTheSameTextsWithAsManyArguments() {
        ResourceBundle pt = bundle("pt");
        ResourceBundle en = bundle("en");

        assertThat(pt.keySet().stream().filter(key -> !key.startsWith("StartPhase.")))
                .containsExactlyInAnyOrderElementsOf(en.keySet());
        assertThat(en.keySet()).allSatisfy(key -> assertThat(arguments(pt, key)).isEqualTo(arguments(en, key)));
    }

    private static int arguments(ResourceBundle texts, String key) {
        return texts.getString(key).split("%s", -1).length;
    }

    private static ResourceBundle bundle(String language) {
        return ResourceBundle.getBundle("dev.licenseflow.cli.text.messages", Locale.forLanguageTag(language));
    }
}
