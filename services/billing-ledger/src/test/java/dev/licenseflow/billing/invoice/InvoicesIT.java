package dev.licenseflow.billing.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.licenseflow.billing.Charges;
import dev.licenseflow.billing.LedgerFixture;
import dev.licenseflow.billing.alarm.Alarm;
import dev.licenseflow.billing.alarm.Alarm.AlarmKind;
import dev.licenseflow.billing.bank.BankReturn.BankLine;
import dev.licenseflow.billing.bank.BankReturn.BankLineFault;
import dev.licenseflow.billing.bank.BankReturn.BankLineResult;
import dev.licenseflow.billing.invoice.Invoice.InvoiceException;
import dev.licenseflow.billing.invoice.Invoice.InvoiceFault;
import dev.licenseflow.billing.invoice.Invoice.InvoiceOrder;
import dev.licenseflow.billing.invoice.Invoice.InvoiceStatus;
import dev.licenseflow.billing.settlement.LedgerSettlement;
import dev.licenseflow.domain.charge.Charge;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InvoicesIT {

    private final LedgerFixture ledger = new LedgerFixture();
    private final Charge cloud = Charges.of("cliente-1", "cloud", 4_990);
    private final Charge tef = Charges.of("cliente-1", "tef", 1_000);
    private final Charge other = Charges.of("cliente-2", "cloud", 5_000);

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void theOpenChargesOfACustomerOrOfAllBecomeAnInvoiceWithWhatIsOwed() {
        ledger.deliver(cloud, tef, other, Charges.credit(cloud, 990));
        ledger.settle(tef);
        Invoice invoice = create(Optional.of("cliente-1"));
        Invoice rest = create(Optional.empty());

        assertThat(invoice.amountCents()).isEqualTo(4_000);
        assertThat(invoice.dueBy()).isEqualTo(LocalDate.of(2026, 3, 31));
        assertThat(invoice.number()).matches("[A-Z0-9]{1,25}");
        assertThat(ledger.invoices.lines(invoice.number())).singleElement().satisfies(line -> {
            assertThat(line.charge().charge()).isEqualTo(cloud);
            assertThat(line.amountCents()).isEqualTo(4_000);
        });
        assertThat(rest.amountCents()).isEqualTo(5_000);
        assertThatThrownBy(() -> create(Optional.empty()))
                .isInstanceOfSatisfying(
                        InvoiceException.class,
                        refused -> assertThat(refused.fault()).isEqualTo(InvoiceFault.NOTHING_TO_INVOICE));
    }

    @Test
    void ofManyWhoInvoiceTheSameChargesAtOnceOneDoes() {
        ledger.deliver(cloud);
        long made = IntStream.range(0, 4)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> create(Optional.empty()))
                        .handle((invoice, refused) -> refused == null))
                .toList()
                .stream()
                .filter(CompletableFuture::join)
                .count();
        assertThat(made).isEqualTo(1);
    }

    @Test
    void aBankLinePaysAWholeInvoiceWithASettlementPerCustomer() {
        ledger.deliver(cloud, tef, other);
        Invoice invoice = create(Optional.empty());
        BankLine line = bank("b1", invoice.number(), "109,90");

        assertThat(line.result()).isEqualTo(BankLineResult.SETTLING);
        assertThat(line.invoiceNumber()).contains(invoice.number());
        assertThat(status(invoice)).isEqualTo(InvoiceStatus.SETTLING);
        List<LedgerSettlement> settlements = ledger.settlements.after(0, Optional.empty(), Optional.empty(), 10);
        assertThat(settlements).extracting(LedgerSettlement::amountCents).containsExactly(5_990L, 5_000L);
        assertThat(settlements).allSatisfy(settlement -> {
            assertThat(settlement.invoiceNumber()).contains(invoice.number());
            assertThat(settlement.receivedCents()).contains(settlement.amountCents());
            assertThat(settlement.reference()).contains("b1");
        });
        decide(settlements.get(0), cloud, tef);
        assertThat(status(invoice)).isEqualTo(InvoiceStatus.SETTLING);
        decide(settlements.get(1), other);
        assertThat(status(invoice)).isEqualTo(InvoiceStatus.PAID);
        assertThat(ledger.alarms.count()).isZero();

        assertThat(bank("b1", invoice.number(), "109,90 ").result()).isEqualTo(BankLineResult.REPEATED);
        assertThat(bank("b2", invoice.number(), "109,90").fault()).contains(BankLineFault.INVOICE_NOT_OPEN);
    }

    @Test
    void tooLittleOrTooMuchIsRefusedAndAnAlarm() {
        ledger.deliver(cloud, other);
        Invoice invoice = create(Optional.empty());

        assertThat(bank("b1", invoice.number(), "99,89").fault()).contains(BankLineFault.AMOUNT_DIFFERS);
        assertThat(bank("b2", invoice.number(), "99,91").detail()).contains("99,90");
        assertThat(ledger.database.number("select count(*) from settlements")).isZero();
        assertThat(status(invoice)).isEqualTo(InvoiceStatus.OPEN);
        assertThat(ledger.alarms.after(0, 10))
                .hasSize(2)
                .extracting(Alarm::kind)
                .containsOnly(AlarmKind.PAYMENT_NOT_APPLIED);
    }

    @Test
    void anInvoiceWhoseChargeIsSettledOrLoweredOtherwiseIsClosed() {
        ledger.deliver(cloud, other);
        Invoice lowered = create(Optional.of("cliente-1"));
        Invoice settled = create(Optional.of("cliente-2"));
        ledger.deliver(Charges.credit(cloud, 990));
        ledger.settle(other);

        assertThat(status(lowered)).isEqualTo(InvoiceStatus.CLOSED);
        assertThat(status(settled)).isEqualTo(InvoiceStatus.CLOSED);
        assertThat(bank("b1", lowered.number(), "49,90").fault()).contains(BankLineFault.INVOICE_NOT_OPEN);
        assertThat(bank("b2", lowered.number(), "40,00").fault()).contains(BankLineFault.INVOICE_NOT_OPEN);
        assertThat(ledger.alarms.count()).isEqualTo(2);
        assertThat(create(Optional.empty()).amountCents()).isEqualTo(4_000);
    }

    @Test
    void anInvoiceOnWhichAPaymentWasRejectedCannotBePaidAgain() {
        ledger.deliver(cloud);
        Invoice invoice = create(Optional.empty());
        bank("b1", invoice.number(), "49,90");
        LedgerSettlement settlement = ledger.settlements
                .after(0, Optional.empty(), Optional.empty(), 1)
                .get(0);
        ledger.deliver(LedgerFixture.decision(
                "cliente-1", settlement.settlementId(), List.of(), List.of(cloud), LedgerFixture.NOW));

        assertThat(status(invoice)).isEqualTo(InvoiceStatus.CLOSED);
        assertThat(ledger.alarms.after(0, 10)).extracting(Alarm::kind).containsExactly(AlarmKind.RECEIVED_NOT_SETTLED);
    }

    @Test
    void aCancelledInvoiceIsClosedAndItsChargesCanBeInvoicedAgain() {
        ledger.deliver(cloud);
        Invoice invoice = create(Optional.empty());
        Invoice cancelled = ledger.invoicing.cancel(invoice.number()).orElseThrow();

        assertThat(cancelled.status()).isEqualTo(InvoiceStatus.CLOSED);
        assertThat(cancelled.cancelledAt()).contains(LedgerFixture.NOW);
        assertThat(ledger.invoicing.cancel(invoice.number())).contains(cancelled);
        assertThat(create(Optional.empty()).status()).isEqualTo(InvoiceStatus.OPEN);
        assertThat(ledger.invoicing.cancel("F1")).isEmpty();
    }

    private Invoice create(Optional<String> customerId) {
        return ledger.invoicing.create(
                new InvoiceOrder(Charges.PARTNER, customerId, Optional.empty(), Optional.empty()));
    }

    private InvoiceStatus status(Invoice invoice) {
        return ledger.invoices.find(invoice.number()).orElseThrow().status();
    }

    private BankLine bank(String lineId, String paidFor, String amount) {
        String file = "linha;cobranca;pago_em;valor\n" + lineId + ";" + paidFor + ";09/03/2026;" + amount + "\n";
        return ledger.bank
                .take("retorno.csv", file.getBytes(StandardCharsets.UTF_8))
                .lines()
                .get(0);
    }

    private void decide(LedgerSettlement settlement, Charge... settled) {
        ledger.deliver(LedgerFixture.decision(
                settlement.customerId(), settlement.settlementId(), List.of(settled), List.of(), LedgerFixture.NOW));
    }
}
