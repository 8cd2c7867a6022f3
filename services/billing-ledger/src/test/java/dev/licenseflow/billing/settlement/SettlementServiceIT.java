package dev.licenseflow.billing.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.licenseflow.billing.Charges;
import dev.licenseflow.billing.LedgerFixture;
import dev.licenseflow.billing.alarm.Alarm;
import dev.licenseflow.billing.alarm.Alarm.AlarmKind;
import dev.licenseflow.billing.charge.LedgerCharge;
import dev.licenseflow.billing.charge.LedgerCharge.ChargeStatus;
import dev.licenseflow.billing.settlement.LedgerSettlement.ChargeResult;
import dev.licenseflow.billing.settlement.LedgerSettlement.SettledCharge;
import dev.licenseflow.billing.settlement.LedgerSettlement.SettlementOrigin;
import dev.licenseflow.billing.settlement.LedgerSettlement.SettlementStatus;
import dev.licenseflow.billing.settlement.SettlementResult.SettlementFault;
import dev.licenseflow.domain.charge.Charge;
import dev.licenseflow.domain.request.SettlementFacts;
import dev.licenseflow.domain.request.SettlementOutcome;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SettlementServiceIT {

    private static final String CUSTOMER = "cliente-1";
    private static final SettlementFacts GOODWILL = new SettlementFacts(
            Optional.empty(),
            OptionalLong.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of("pessoa-7"),
            Optional.of("cortesia"));
    private static final YearMonth APRIL = Charges.MARCH.plusMonths(1);

    private final LedgerFixture ledger = new LedgerFixture();
    private final Charge cloud = Charges.of(CUSTOMER, "cloud", 4_990);
    private final Charge movel = Charges.of(CUSTOMER, "link-movel", 1_990);
    private final Charge april = Charges.of(CUSTOMER, "cloud", 5_990, APRIL);

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void aSettlementIsRecordedAsPendingWithItsChargesAndStandsInTheOutbox() {
        ledger.deliver(cloud, movel);
        LedgerSettlement settlement = ledger.settle(cloud, movel);

        assertThat(settlement.status()).isEqualTo(SettlementStatus.PENDING);
        assertThat(settlement.amountCents()).isEqualTo(6_980);
        assertThat(settlement.lines())
                .extracting(SettledCharge::result)
                .containsExactly(ChargeResult.PENDING, ChargeResult.PENDING);
        assertThat(ledger.status(cloud)).isEqualTo("SETTLING");
        assertThat(ledger.database.text("select settlement_id from outbox where published_at is null"))
                .isEqualTo(settlement.settlementId());
    }

    @Test
    void allOpenChargesOfACustomerAreSettledOrThoseOfAMonth() {
        ledger.deliver(cloud, movel, april, Charges.of("cliente-2", "cloud", 1));

        assertThat(settled(allOpen(Optional.of(APRIL)))).containsExactly(april.chargeId());
        assertThat(settled(allOpen(Optional.empty()))).containsExactlyInAnyOrder(cloud.chargeId(), movel.chargeId());
        assertThat(allOpen(Optional.empty()))
                .isEqualTo(new SettlementResult.Refused(SettlementFault.NOTHING_OPEN, List.of()));
    }

    @Test
    void aWaiverHasAReason() {
        assertThatThrownBy(() -> new SettlementOrder(
                        CUSTOMER,
                        List.of(),
                        Optional.empty(),
                        SettlementOutcome.WAIVED,
                        Optional.empty(),
                        SettlementFacts.NONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("reason");
        ledger.deliver(cloud);
        assertThat(allOpen(Optional.empty()).match(LedgerSettlement::reason, refused -> Optional.empty()))
                .contains("cortesia");
    }

    @Test
    void moneyForAChargeThatWasLoweredMeanwhileIsAnAlarm() {
        ledger.deliver(cloud);
        SettlementFacts received = new SettlementFacts(
                Optional.of(LedgerFixture.NOW),
                OptionalLong.of(4_990),
                Optional.of("pix"),
                Optional.of("E123"),
                Optional.empty(),
                Optional.empty());
        String id = ledger.service
                .settle(SettlementOrder.paid(CUSTOMER, List.of(cloud.chargeId()), LocalDate.of(2026, 3, 10), received))
                .match(LedgerSettlement::settlementId, refused -> "");
        ledger.deliver(Charges.credit(cloud, 990));
        ledger.deliver(LedgerFixture.decision(id, cloud, 4_000));

        assertThat(find(id).amountCents()).isEqualTo(4_000);
        assertThat(find(id).receivedCents()).contains(4_990L);
        assertThat(ledger.alarms.after(0, 10)).singleElement().satisfies(alarm -> {
            assertThat(alarm.kind()).isEqualTo(AlarmKind.RECEIVED_NOT_SETTLED);
            assertThat(alarm.detail()).contains("4990", "4000");
        });
    }

    @Test
    void aSettlementIsTakenAsAWholeOrNotAtAll() {
        ledger.deliver(cloud, movel);
        ledger.settle(cloud);

        assertThat(ledger.service.settle(order(CUSTOMER, cloud, movel)))
                .isEqualTo(new SettlementResult.Refused(SettlementFault.CHARGE_NOT_OPEN, List.of(cloud.chargeId())));
        assertThat(ledger.service.settle(order(CUSTOMER, april, movel)))
                .isEqualTo(new SettlementResult.Refused(SettlementFault.CHARGE_UNKNOWN, List.of(april.chargeId())));
        assertThat(ledger.service.settle(order("cliente-2", movel)))
                .isEqualTo(new SettlementResult.Refused(SettlementFault.CHARGE_UNKNOWN, List.of(movel.chargeId())));
        assertThat(ledger.status(movel)).isEqualTo("OPEN");
        assertThat(ledger.database.number("select count(*) from outbox")).isEqualTo(1);
    }

    @Test
    void ofManyWhoSettleTheSameChargeAtOnceOneDoes() {
        ledger.deliver(cloud);
        List<SettlementResult> results = IntStream.range(0, 5)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> ledger.service.settle(order(CUSTOMER, cloud))))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(results)
                .filteredOn(SettlementResult.Recorded.class::isInstance)
                .hasSize(1);
        assertThat(ledger.database.number("select count(*) from outbox")).isEqualTo(1);
    }

    @Test
    void theDecisionIsShownOnTheSettlementAndItsCharges() {
        ledger.deliver(cloud, movel);
        LedgerSettlement recorded = ledger.settle(cloud, movel);
        ledger.deliver(LedgerFixture.decision(
                CUSTOMER, recorded.settlementId(), List.of(cloud), List.of(movel), LedgerFixture.NOW));

        LedgerSettlement decided = find(recorded.settlementId());
        assertThat(decided.status()).isEqualTo(SettlementStatus.APPLIED);
        assertThat(decided.decidedAt()).contains(LedgerFixture.NOW);
        assertThat(decided.reasons()).singleElement().satisfies(reason -> {
            assertThat(reason.code().name()).isEqualTo("CHARGE_NOT_OPEN");
            assertThat(reason.facts()).containsEntry("chargeId", movel.chargeId());
        });
        assertThat(decided.lines())
                .containsExactlyInAnyOrder(
                        new SettledCharge(cloud.chargeId(), ChargeResult.SETTLED, Optional.of(4_990L)),
                        new SettledCharge(movel.chargeId(), ChargeResult.NOT_OPEN, Optional.empty()));
        assertThat(ledger.status(cloud)).isEqualTo("SETTLED");
        assertThat(ledger.status(movel)).isEqualTo("OPEN");
    }

    @Test
    void aRejectedSettlementLeavesItsChargesOpen() {
        ledger.deliver(cloud);
        LedgerSettlement recorded = ledger.settle(cloud);
        ledger.deliver(LedgerFixture.decision(
                CUSTOMER, recorded.settlementId(), List.of(), List.of(cloud), LedgerFixture.NOW));

        assertThat(find(recorded.settlementId()).status()).isEqualTo(SettlementStatus.REJECTED);
        assertThat(ledger.status(cloud)).isEqualTo("OPEN");
    }

    @Test
    void aDecisionDeliveredAgainChangesNothingAndAnotherOneIsAnAlarm() {
        ledger.deliver(cloud);
        String id = ledger.settle(cloud).settlementId();
        var decision = LedgerFixture.decision(CUSTOMER, id, List.of(cloud), List.of(), LedgerFixture.NOW);
        ledger.deliver(decision);
        LedgerSettlement decided = find(id);
        ledger.deliver(decision);
        ledger.deliver(decision.repeated("settlement-0-99"));
        assertThat(ledger.alarms.count()).isZero();

        ledger.deliver(
                LedgerFixture.decision(CUSTOMER, id, List.of(), List.of(cloud), LedgerFixture.NOW.plusSeconds(1)));
        assertThat(ledger.alarms.after(0, 10)).extracting(Alarm::kind).containsExactly(AlarmKind.DECISION_CONTRADICTED);
        assertThat(find(id)).isEqualTo(decided);
    }

    @Test
    void aForeignSettlementSettlesChargesWhicheverComesFirst() {
        var decision = LedgerFixture.decision(CUSTOMER, "alheia", List.of(cloud, movel), List.of(), LedgerFixture.NOW);
        ledger.deliver(cloud);
        ledger.deliver(decision);
        ledger.deliver(movel);

        assertThat(find("alheia").origin()).isEqualTo(SettlementOrigin.FOREIGN);
        for (Charge charge : List.of(cloud, movel)) {
            LedgerCharge entry = ledger.charges.find(charge.chargeId()).orElseThrow();
            assertThat(entry.status()).isEqualTo(ChargeStatus.SETTLED);
            assertThat(entry.settling().orElseThrow().settledAt()).contains(LedgerFixture.NOW);
        }
    }

    @Test
    void aChargeAndItsDecisionThatComeAtOnceMeet() {
        for (int round = 0; round < 50; round++) {
            Charge charge = Charges.of("rodada-" + round, "cloud", 100);
            var decision = LedgerFixture.decision(
                    charge.customerId(), "alheia", List.of(charge), List.of(), LedgerFixture.NOW);
            CompletableFuture<Void> entry = CompletableFuture.runAsync(() -> ledger.deliver(charge));
            ledger.deliver(decision);
            entry.join();
            assertThat(ledger.status(charge)).isEqualTo("SETTLED");
        }
    }

    @Test
    void aChargeIsNeverSettledTwice() {
        ledger.deliver(cloud);
        ledger.deliver(LedgerFixture.decision(CUSTOMER, "a", List.of(cloud), List.of(), LedgerFixture.NOW));
        ledger.deliver(LedgerFixture.decision(CUSTOMER, "b", List.of(cloud), List.of(), LedgerFixture.NOW));

        assertThat(ledger.charges
                        .find(cloud.chargeId())
                        .orElseThrow()
                        .settling()
                        .orElseThrow()
                        .settlementId())
                .isEqualTo("a");
        assertThat(ledger.alarms.after(0, 10)).extracting(Alarm::kind).containsExactly(AlarmKind.CHARGE_SETTLED_TWICE);
    }

    private SettlementResult allOpen(Optional<YearMonth> month) {
        return ledger.service.settle(
                new SettlementOrder(CUSTOMER, List.of(), month, SettlementOutcome.WAIVED, Optional.empty(), GOODWILL));
    }

    private static List<String> settled(SettlementResult result) {
        return result.match(
                settlement ->
                        settlement.lines().stream().map(SettledCharge::chargeId).toList(),
                refused -> List.of());
    }

    private static SettlementOrder order(String customerId, Charge... charges) {
        return new SettlementOrder(
                customerId,
                List.of(charges).stream().map(Charge::chargeId).toList(),
                Optional.empty(),
                SettlementOutcome.PAID,
                Optional.empty(),
                SettlementFacts.NONE);
    }

    private LedgerSettlement find(String settlementId) {
        return ledger.settlements.find(CUSTOMER, settlementId).orElseThrow();
    }
}
