package dev.licenseflow.domain.reason;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licenseflow.domain.charge.ChargeIds;
import dev.licenseflow.domain.decision.Reason;
import dev.licenseflow.domain.fixture.Rule;
import dev.licenseflow.domain.license.LicenseStatus;
import dev.licenseflow.domain.license.OpenCharge;
import dev.licenseflow.domain.license.QuoteEnd;
import dev.licenseflow.domain.request.Channel;
import dev.licenseflow.domain.request.RenewalMethod;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The words of both languages in messages (D2). */
@Rule("D2")
class WordsTest {

    private static final YearMonth MARCH = YearMonth.of(2026, 3);

    @Test
    void everyStatusHasItsWords() {
        assertThat(messages(CustomerReasons.statusForbids(LicenseStatus.ACTIVE, MARCH, "")))
                .contains(": ativo, pago até 2026-03.", ": active, paid through 2026-03.");
        assertThat(messages(CustomerReasons.statusForbids(LicenseStatus.EXPIRED, MARCH, "")))
                .contains(": expirado,", ": expired,");
        assertThat(messages(CustomerReasons.statusForbids(LicenseStatus.SUSPENDED, MARCH, "")))
                .contains(": suspenso,", ": suspended,");
        assertThat(messages(CustomerReasons.statusForbids(LicenseStatus.INACTIVE, MARCH, "")))
                .contains(": inativo,", ": inactive,");
    }

    @Test
    void everyScreenAndRenewalMethodHasItsWords() {
        assertThat(messages(CustomerReasons.channelNotAllowed(Channel.MANUAL_RENEWAL, RenewalMethod.MANAGED_BILLING)))
                .contains("«Renovação manual»", "com gestão de cobranças", "'Manual renewal'", "with managed billing");
        assertThat(messages(CustomerReasons.channelNotAllowed(Channel.MANAGED_BILLING, RenewalMethod.MANUAL)))
                .contains("«Gestão de cobranças»", "com renovação manual", "'Managed billing'", "with manual renewal");
        assertThat(messages(CustomerReasons.channelNotForRegistration(Channel.MANUAL_RENEWAL)))
                .contains("«Clientes»", "'Customers'");
    }

    @Test
    void everyEndOfAQuoteHasItsWords() {
        assertThat(messages(QuoteReasons.quoteClosed("q", QuoteEnd.CONFIRMED))).contains("confirmado", "confirmed");
        assertThat(messages(QuoteReasons.quoteClosed("q", QuoteEnd.DECLINED))).contains("recusado", "declined");
        assertThat(messages(QuoteReasons.quoteClosed("q", QuoteEnd.EXPIRED))).contains("vencido", "expired");
        assertThat(messages(QuoteReasons.quoteExpiredWithItsMonth("q"))).contains("com o mês", "with its month");
        assertThat(messages(QuoteReasons.quoteUnknown("q", Optional.of("q2"))))
                .contains("último orçamento do cliente, que é q2.", "latest quote, which is q2.");
    }

    @Test
    void aLongListOfChargesIsCutButCountedAndSummedInFull() {
        List<OpenCharge> charges = IntStream.range(0, 201)
                .mapToObj(i -> new OpenCharge(ChargeIds.renewal("c" + i, MARCH, "link"), "link", MARCH, 100))
                .toList();
        Reason reason = CustomerReasons.outstandingCharges(charges);
        assertThat(reason.facts()).containsEntry("chargeCount", "201").containsEntry("totalCents", "20100");
        assertThat(reason.facts().get("chargeIds").split(",")).hasSize(200).endsWith("c199:2026-03:link");
    }

    private static String messages(Reason reason) {
        return reason.messagePt() + "\n" + reason.messageEn();
    }
}
