package dev.licenseflow.domain.reason;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licenseflow.domain.fixture.Rule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Amounts in messages (D2). */
@Rule("D2")
class MoneyTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0                    | R$ 0,00                       | R$0.00",
                "5                    | R$ 0,05                       | R$0.05",
                "-5                   | -R$ 0,05                      | -R$0.05",
                "99999                | R$ 999,99                     | R$999.99",
                "123456               | R$ 1.234,56                   | R$1,234.56",
                "100000000            | R$ 1.000.000,00               | R$1,000,000.00",
                "-9223372036854775808 | -R$ 92.233.720.368.547.758,08 | -R$92,233,720,368,547,758.08"
            })
    void anAmountIsWrittenAsPeopleReadIt(long cents, String pt, String en) {
        assertThat(Money.pt(cents)).isEqualTo(pt);
        assertThat(Money.en(cents)).isEqualTo(en);
    }
}
