package dev.licenseflow.billing.charge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licenseflow.billing.Charges;
import dev.licenseflow.billing.LedgerFixture;
import dev.licenseflow.billing.alarm.Alarm;
import dev.licenseflow.billing.alarm.Alarm.AlarmKind;
import dev.licenseflow.billing.charge.LedgerCharge.ChargeStatus;
import dev.licenseflow.billing.settlement.LedgerSettlement;
import dev.licenseflow.billing.settlement.LedgerSettlement.SettlementOrigin;
import dev.licenseflow.billing.settlement.LedgerSettlement.SettlementStatus;
import dev.licenseflow.billing.settlement.SettlementResult;
import dev.licenseflow.billing.settlement.SettlementResult.SettlementFault;
import dev.licenseflow.billing.statement.StatementTotals;
import dev.licenseflow.billing.statement.Statements;
import dev.licenseflow.domain.charge.Charge;
import dev.licenseflow.domain.decision.Decision;
import dev.licenseflow.domain.month.BusinessCalendar;
import dev.licenseflow.domain.request.SettlementOutcome;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.ConcurrencyFailureException;

/** Rules G5 and G6: charges that the back office lowers or issues. */
class CreditsIT {

    private static final String CUSTOMER = "cliente-1";
    private static final YearMonth APRIL = Charges.MARCH.plusMonths(1);

    private final LedgerFixture ledger = new LedgerFixture();
    private final Charge cloud = Charges.of(CUSTOMER, "cloud", 10_000);
    private final Charge credit = Charges.credit(cloud, 3_000);

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void aCreditLowersWhatIsOwedInWhicheverOrderTheyCome() {
        Charge other = Charges.of("cliente-2", "cloud", 10_000);
        ledger.deliver(cloud, credit);
        ledger.deliver(Charges.credit(other, 3_000));
        ledger.deliver(other);
        ledger.deliver(credit);

        for (Charge charge : List.of(cloud, other)) {
            assertThat(find(charge).owedCents()).isEqualTo(7_000);
            assertThat(find(charge).charge()).isEqualTo(charge);
        }
        assertThat(find(credit).charge()).isEqualTo(credit);
        assertThat(find(credit).status()).isEqualTo(ChargeStatus.OPEN);
        assertThat(ledger.alarms.count()).isZero();
    }

    @Test
    void aSettlementNamesTheChargeAndTheCreditGoesWithIt() {
        ledger.deliver(cloud, credit);
        LedgerSettlement recorded =
                ((SettlementResult.Recorded) ledger.service.settle(LedgerFixture.allOpen(CUSTOMER))).settlement();

        assertThat(recorded.amountCents()).isEqualTo(7_000);
        assertThat(recorded.lines())
                .extracting(LedgerSettlement.SettledCharge::chargeId)
                .containsExactly(cloud.chargeId());
        assertThat(ledger.status(credit)).isEqualTo("SETTLING");

        ledger.deliver(LedgerFixture.decision(
                CUSTOMER, recorded.settlementId(), List.of(), List.of(cloud), LedgerFixture.NOW));
        assertThat(ledger.status(credit)).isEqualTo("OPEN");
        assertThat(ledger.service.settle(LedgerFixture.order(credit)))
                .isEqualTo(new SettlementResult.Refused(SettlementFault.CHARGE_NOT_OPEN, List.of(credit.chargeId())));
    }

    @Test
    void aChargeThatIsLoweredWhileASettlementWaitsIsSettledWithWhatIsLeft() {
        ledger.deliver(cloud);
        String id = ledger.settle(cloud).settlementId();
        ledger.deliver(credit);
        assertThat(ledger.status(credit)).isEqualTo("SETTLING");
        ledger.deliver(settled(id, 7_000));

        LedgerSettlement decided = ledger.settlements.find(CUSTOMER, id).orElseThrow();
        assertThat(decided.amountCents()).isEqualTo(7_000);
        assertThat(decided.lines().get(0).settledCents()).contains(7_000L);
        assertThat(ledger.status(cloud)).isEqualTo("SETTLED");
        assertThat(ledger.status(credit)).isEqualTo("SETTLED");
        assertThat(totals(Charges.MARCH).settledCents()).isEqualTo(7_000);
    }

    @Test
    void aCreditThatComesAfterTheDecisionOnItsChargeIsSettledWithIt() {
        ledger.deliver(settled("alheia", 7_000));
        ledger.deliver(credit);
        ledger.deliver(cloud);
        ledger.deliver(Charges.credit(cloud, 0, "outro", Charges.MARCH));

        assertThat(ledger.status(credit)).isEqualTo("SETTLED");
        assertThat(find(cloud).owedCents()).isEqualTo(7_000);
        assertThat(alarms()).extracting(Alarm::kind).containsExactly(AlarmKind.RECORD_UNREADABLE);
    }

    @Test
    void aChargeLoweredToNothingIsWaivedByTheDecisionOfTheRequest() {
        Charge whole = Charges.credit(cloud, 10_000);
        ledger.deliver(cloud);
        String waiting = ledger.settle(cloud).settlementId();
        var lowered = LedgerFixture.lowered(cloud, whole, "back-office-0-1", false);
        ledger.deliver(lowered);
        ledger.deliver(whole);
        ledger.deliver(lowered);
        ledger.deliver(LedgerFixture.lowered(cloud, whole, "back-office-0-2", true));
        ledger.deliver(LedgerFixture.decision(CUSTOMER, waiting, List.of(), List.of(cloud), LedgerFixture.NOW));

        LedgerSettlement waived =
                ledger.settlements.find(CUSTOMER, "back-office-0-1").orElseThrow();
        assertThat(waived.origin()).isEqualTo(SettlementOrigin.FOREIGN);
        assertThat(waived.outcome()).contains(SettlementOutcome.WAIVED);
        assertThat(waived.amountCents()).isZero();
        assertThat(find(cloud).settling().orElseThrow().settlementId()).isEqualTo("back-office-0-1");
        assertThat(ledger.status(whole)).isEqualTo("SETTLED");
        assertThat(ledger.settlements.find(CUSTOMER, waiting).orElseThrow().status())
                .isEqualTo(SettlementStatus.REJECTED);
        assertThat(ledger.database.number("select count(*) from settlements")).isEqualTo(2);
        assertThat(totals(Charges.MARCH).chargedCents()).isZero();
        assertThat(ledger.alarms.count()).isZero();
    }

    @Test
    void whatIsLoweredToNothingCannotBeSettledAnyMore() {
        ledger.deliver(cloud, Charges.credit(cloud, 10_000));

        assertThat(ledger.service.settle(LedgerFixture.allOpen(CUSTOMER)))
                .isEqualTo(new SettlementResult.Refused(SettlementFault.NOTHING_OPEN, List.of()));
        assertThat(ledger.service.settle(LedgerFixture.order(cloud)))
                .isEqualTo(new SettlementResult.Refused(SettlementFault.CHARGE_NOT_OPEN, List.of(cloud.chargeId())));
    }

    @Test
    void aCreditThatContradictsItsChargeIsAnAlarmAndLowersNothing() {
        Charge tooMuch = Charges.credit(cloud, 7_001, "ajuste-2", Charges.MARCH);
        Charge ofACredit = Charges.credit(credit, 1, "ajuste-3", Charges.MARCH);
        ledger.deliver(cloud, credit, tooMuch, ofACredit);
        Charge early = Charges.of(CUSTOMER, "tef", 1_000);
        ledger.deliver(Charges.credit(early, 1_001));
        ledger.deliver(early);
        ledger.deliver(tooMuch);

        assertThat(find(cloud).owedCents()).isEqualTo(7_000);
        assertThat(find(early).owedCents()).isEqualTo(1_000);
        assertThat(ledger.database.number("select count(*) from charges where kind = 'CREDIT'"))
                .isEqualTo(1);
        assertThat(alarms()).hasSize(3).allMatch(alarm -> alarm.kind() == AlarmKind.CREDIT_CONTRADICTED);
    }

    @Test
    void aCreditBelowWhatTheProcessorSettledIsAnAlarm() {
        ledger.deliver(cloud);
        ledger.deliver(settled("alheia", 10_000));
        ledger.deliver(credit);

        assertThat(find(cloud).owedCents()).isEqualTo(10_000);
        assertThat(alarms()).extracting(Alarm::kind).containsExactly(AlarmKind.CREDIT_CONTRADICTED);
    }

    @Test
    void aCreditStandsInTheStatementOfItsChargeWheneverItWasGiven() {
        Charge later = Charges.credit(cloud, 2_000, "ajuste-2", APRIL);
        ledger.deliver(cloud, credit, later, Charges.of(CUSTOMER, "cloud", 500, APRIL));

        assertThat(totals(Charges.MARCH).openCents()).isEqualTo(5_000);
        assertThat(totals(Charges.MARCH).chargedCents()).isEqualTo(5_000);
        assertThat(totals(APRIL).openCents()).isEqualTo(500);
    }

    @Test
    void aCorrectionIsAChargeOfItsOwn() {
        Charge correction = Charges.correction(cloud, 450);
        ledger.deliver(cloud, correction);

        assertThat(find(correction).charge()).isEqualTo(correction);
        assertThat(find(cloud).owedCents()).isEqualTo(10_000);
        assertThat(ledger.settle(cloud, correction).amountCents()).isEqualTo(10_450);
    }

    @Test
    void aCreditAndASettlementThatComeAtOnceMeet() {
        for (int round = 0; round < 30; round++) {
            Charge charge = Charges.of("rodada-" + round, "cloud", 100);
            Charge lowered = Charges.credit(charge, 30);
            ledger.deliver(charge);
            var settling = CompletableFuture.runAsync(() -> {
                try {
                    ledger.settle(charge);
                } catch (ConcurrencyFailureException loweredMeanwhile) {
                    ledger.settle(charge);
                }
            });
            ledger.deliver(lowered);
            settling.join();
            assertThat(ledger.status(lowered)).isEqualTo("SETTLING");
            assertThat(find(charge).owedCents()).isEqualTo(70);
        }
    }

    private Decision settled(String settlementId, long amountCents) {
        return LedgerFixture.decision(settlementId, cloud, amountCents);
    }

    private StatementTotals totals(YearMonth month) {
        Statements statements = new Statements(ledger.charges, BusinessCalendar.SAO_PAULO, ledger.clock);
        return statements
                .totals(statements.charges(Charges.PARTNER, CUSTOMER, month))
                .get(0);
    }

    private LedgerCharge find(Charge charge) {
        return Optional.of(charge.chargeId()).flatMap(ledger.charges::find).orElseThrow();
    }

    private List<Alarm> alarms() {
        return ledger.alarms.after(0, 100);
    }
}
