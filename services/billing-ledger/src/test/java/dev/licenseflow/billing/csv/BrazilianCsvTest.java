package dev.licenseflow.billing.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrazilianCsvTest {

    @Test
    void theFileHasAByteOrderMarkSemicolonsAndWindowsLines() {
        BrazilianCsv table = new BrazilianCsv(List.of("Mês", "Valor"));
        table.line(List.of("03/2026", "1234,56"));

        assertThat(new String(table.bytes(), StandardCharsets.UTF_8))
                .isEqualTo("\uFEFFMês;Valor\r\n03/2026;1234,56\r\n");
        assertThat(table.bytes()).startsWith((byte) 0xEF, (byte) 0xBB, (byte) 0xBF);
    }

    @Test
    void whatWouldBreakALineIsQuoted() {
        assertThat(written("a;b")).isEqualTo("\"a;b\"");
        assertThat(written("say \"yes\"")).isEqualTo("\"say \"\"yes\"\"\"");
        assertThat(written("a\r\nb")).isEqualTo("\"a\r\nb\"");
        assertThat(written(" a")).isEqualTo("\" a\"");
        assertThat(written("plain text, too")).isEqualTo("plain text, too");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+55 11 9999", "-cmd", "@SUM(A1)", "=HYPERLINK(x)"})
    void whatLooksLikeAFormulaIsMadeAText(String text) {
        assertThat(written(text)).isEqualTo("'" + text);
    }

    @Test
    void aFormulaBehindSpacesOrTabsIsMadeATextToo() {
        assertThat(written("  =1+1")).isEqualTo("'  =1+1");
        assertThat(written("\t=1+1")).isEqualTo("\"'\t=1+1\"");
    }

    @Test
    void aNegativeAmountStaysANumber() {
        assertThat(written("-12,34")).isEqualTo("-12,34");
    }

    @Test
    void aLineHasAsManyFieldsAsTheHeading() {
        BrazilianCsv table = new BrazilianCsv(List.of("a", "b"));
        assertThatThrownBy(() -> table.line(List.of("1"))).isInstanceOf(IllegalArgumentException.class);
    }

    private static String written(String field) {
        BrazilianCsv table = new BrazilianCsv(List.of("h"));
        table.line(List.of(field));
        String text = new String(table.bytes(), StandardCharsets.UTF_8);
        return text.substring("\uFEFFh\r\n".length(), text.length() - 2);
    }
}
