package dev.licenseflow.portal.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TaxIdTest {

    @ParameterizedTest
    @CsvSource({
        "11.222.333/0001-81, 11222333000181, 11.222.333/0001-81, true",
        "11222333000181, 11222333000181, 11.222.333/0001-81, true",
        "12.ABC.345/01DE-35, 12ABC34501DE35, 12.ABC.345/01DE-35, true",
        "12abc34501de35, 12ABC34501DE35, 12.ABC.345/01DE-35, true",
        "529.982.247-25, 52998224725, 529.982.247-25, false",
        "' 529 982 247 25 ', 52998224725, 529.982.247-25, false",
    })
    void aValidOneIsReadInAnyWritingAndShownAsUsual(String typed, String digits, String shown, boolean company) {
        TaxId taxId = TaxId.parse(typed).orElseThrow();

        assertThat(taxId.digits()).isEqualTo(digits);
        assertThat(taxId.formatted()).isEqualTo(shown);
        assertThat(taxId.isCompany()).isEqualTo(company);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "11.222.333/0001-80",
                "11.222.333/0001-91",
                "529.982.247-24",
                "529.982.247-35",
                "00000000000",
                "11111111111111",
                "5299822472",
                "112223330001811",
                "12ABC34501DEA5",
                "5299822472A",
                "１1222333000181",
                "nome"
            })
    void anythingElseIsNone(String typed) {
        assertThat(TaxId.parse(typed)).isEmpty();
    }

    @Test
    void exactlyOneOfAHundredCheckDigitsFits() {
        for (String base : List.of("112223330001", "12ABC34501DE", "529982247")) {
            long fitting = 0;
            for (int i = 0; i < 100; i++) {
                fitting += TaxId.parse(base + String.format("%02d", i)).stream().count();
            }
            assertThat(fitting).as(base).isEqualTo(1);
        }
    }
}
