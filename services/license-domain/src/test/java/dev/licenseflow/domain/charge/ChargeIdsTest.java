package dev.licenseflow.domain.charge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licenseflow.domain.fixture.Rule;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The identity of charges (G1). */
@Rule("G1")
class ChargeIdsTest {

    private static final YearMonth MARCH = YearMonth.of(2026, 3);

    @Test
    void plainPartsAreReadable() {
        assertThat(ChargeIds.requested("c-1", MARCH, "p1", "r_1~A.z@9", "link-garcom"))
                .isEqualTo("c-1:2026-03:p1:r_1~A.z@9:link-garcom");
        assertThat(ChargeIds.requested("c1", MARCH, "", "b1", "link")).isEqualTo("c1:2026-03::b1:link");
        assertThat(ChargeIds.renewal("c1", MARCH, "link")).isEqualTo("c1:2026-03:link");
    }

    @Test
    void everythingElseIsEscapedOctetByOctet() {
        assertThat(ChargeIds.requested("a:b", MARCH, "p:1", "10% é", "x"))
                .isEqualTo("a%3Ab:2026-03:p%3A1:10%25%20%C3%A9:x");
    }

    @Test
    void noTwoCausesShareAnId() {
        List<String> parts = List.of("a", "b", "a:b", ":", "a%3Ab", "%", "2026-03", "é", "%C3%A9", "a:", ":a");
        List<String> ids = new ArrayList<>();
        for (String customer : parts) {
            for (String product : parts) {
                ids.add(ChargeIds.renewal(customer, MARCH, product));
                ids.add(ChargeIds.renewal(customer, MARCH.plusMonths(1), product));
                for (String request : parts) {
                    for (String asker : List.of("", "a", "a:", ":a")) {
                        ids.add(ChargeIds.requested(customer, MARCH, asker, request, product));
                    }
                }
            }
        }
        assertThat(ids).doesNotHaveDuplicates();
    }
}
