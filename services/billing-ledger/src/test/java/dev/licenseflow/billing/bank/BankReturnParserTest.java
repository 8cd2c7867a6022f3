package dev.licenseflow.billing.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.licenseflow.billing.bank.BankReturn.BankLineFault;
import dev.licenseflow.billing.bank.BankReturn.BankPayment;
import dev.licenseflow.billing.bank.BankReturnParser.BankFileException;
import dev.licenseflow.billing.bank.BankReturnParser.ParsedLine;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BankReturnParserTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 10);
    private static final BankPayment PAYMENT =
            new BankPayment("b-1", "c-1:2026-03:p1:p:cloud", LocalDate.of(2026, 3, 9), 123_456);

    private final BankReturnParser parser = new BankReturnParser(TODAY);

    @Test
    void aLineSaysWhichChargeWasPaidWhenAndHowMuch() {
        assertThat(parse("b-1;c-1:2026-03:p1:p:cloud;09/03/2026;1234,56")).containsExactly(ParsedLine.of(2, PAYMENT));
    }

    @Test
    void aByteOrderMarkQuotesSpacesAndAnyLineEndAreTaken() {
        String file =
                "\uFEFF" + BankReturnParser.HEADING + "\r\n\"b-1\"; c-1:2026-03:p1:p:cloud ;09/03/2026;\"1.234,56\"\r"
                        + "\n\n\"b;\"\"2\";c-2;10/03/2026;0,01";
        assertThat(parser.parse(bytes(file)))
                .containsExactly(
                        ParsedLine.of(2, PAYMENT), ParsedLine.of(4, new BankPayment("b;\"2", "c-2", TODAY, 1)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "b;c;09/03/2026|MALFORMED",
                "b;c;09/03/2026;1,00;|MALFORMED",
                "\"b;c;09/03/2026;1,00|MALFORMED",
                "\"b\"x;c;09/03/2026;1,00|MALFORMED",
                ";c;09/03/2026;1,00|LINE_ID_INVALID",
                "b;;09/03/2026;1,00|CHARGE_UNKNOWN",
                "b;c;31/02/2026;1,00|DATE_INVALID",
                "b;c;11/03/2026;1,00|DATE_INVALID",
                "b;c;09/03/2026;1.00|AMOUNT_INVALID",
                "b;c;09/03/2026;0,00|AMOUNT_INVALID",
                "b;c;09/03/2026;-1,00|AMOUNT_INVALID"
            })
    void aFaultyLineIsReportedByNumberAndTheNextOneIsTaken(String line, BankLineFault fault) {
        List<ParsedLine> lines = parse(line + "\nb-1;c-1:2026-03:p1:p:cloud;09/03/2026;1234,56");
        assertThat(lines.get(0).number()).isEqualTo(2);
        assertThat(lines.get(0).fault()).contains(fault);
        assertThat(lines.get(1)).isEqualTo(ParsedLine.of(3, PAYMENT));
    }

    @Test
    void aFileThatIsNoSuchFileIsRefusedAsAWhole() {
        assertThatThrownBy(() -> parser.parse(bytes("id;charge\n1;2")))
                .isInstanceOf(BankFileException.class)
                .hasMessageContaining(BankReturnParser.HEADING);
        assertThatThrownBy(() -> parser.parse(new byte[] {'l', (byte) 0xE9}))
                .isInstanceOf(BankFileException.class)
                .hasMessageContaining("UTF-8");
        assertThatThrownBy(() -> parse("")).isInstanceOf(BankFileException.class);
        assertThatThrownBy(() -> parse("x\n".repeat(BankReturnParser.MAX_LINES + 1)))
                .isInstanceOf(BankFileException.class);
    }

    private List<ParsedLine> parse(String lines) {
        return parser.parse(bytes(BankReturnParser.HEADING + "\n" + lines));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
