package dev.licenseflow.billing.settlement;

import dev.licenseflow.billing.alarm.Alarm.AlarmKind;
import dev.licenseflow.billing.alarm.AlarmRepository;
import dev.licenseflow.billing.charge.ChargeRepository;
import dev.licenseflow.billing.settlement.LedgerSettlement.ChargeResult;
import dev.licenseflow.billing.settlement.LedgerSettlement.SettlementStatus;
import dev.licenseflow.database.DatabaseTime;
import dev.licenseflow.domain.charge.Charge;
import dev.licenseflow.domain.decision.Cause;
import dev.licenseflow.domain.decision.Decision;
import dev.licenseflow.domain.decision.Effect;
import dev.licenseflow.domain.decision.RejectionCode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Applies the processor's decisions to settlements and charges. A settlement that the ledger does not know is entered as a foreign
 * one, so an empty ledger that reads all topics from the beginning comes to the same state. So is what any other decision settles,
 * such as a charge that the back office lowers to nothing (rule G5), by the id of the decision.
 */
public final class SettlementDecisions {

    private final JdbcClient database;
    private final SettlementRepository settlements;
    private final ChargeRepository charges;
    private final AlarmRepository alarms;

    public SettlementDecisions(
            JdbcClient database, SettlementRepository settlements, ChargeRepository charges, AlarmRepository alarms) {
        this.database = database;
        this.settlements = settlements;
        this.charges = charges;
        this.alarms = alarms;
    }

    /** Enters what a decision says of settlements, unless it is there already. */
    public void enter(Decision decision) {
        List<Effect.ChargeSettled> settled = settled(decision);
        // A repetition of another decision has an id of its own, and what it repeats came before it.
        if (decision.cause() != Cause.SETTLEMENT && (settled.isEmpty() || decision.duplicate())) {
            return;
        }
        Optional<LedgerSettlement> known = settlements.find(decision.customerId(), settlementId(decision));
        if (known.isPresent() && known.get().status() != SettlementStatus.PENDING) {
            compare(known.get(), decision);
            return;
        }
        decide(decision, settled);
        settled.forEach(effect -> settle(decision, effect));
        known.ifPresent(recorded -> compareReceived(recorded, settled));
        notOpen(decision).forEach(chargeId -> enterLine(decision, chargeId, ChargeResult.NOT_OPEN));
        releaseWhatIsLeft(decision);
    }

    /** Settles a charge that has just been entered, if the decision on it came before it. */
    public void catchUp(Charge charge) {
        charges.lock(charge.chargeId());
        database.sql("""
                        select s.settlement_id, s.decided_at from settlement_lines l
                        join settlements s on s.customer_id = l.customer_id and s.settlement_id = l.settlement_id
                        where l.charge_id = :charge and l.result = 'SETTLED' and s.customer_id = :customer""")
                .param("charge", charge.chargeId())
                .param("customer", charge.customerId())
                .query((row, number) -> charges.settle(
                        charge.chargeId(), row.getString("settlement_id"), DatabaseTime.instant(row, "decided_at")))
                .list();
    }

    private void compare(LedgerSettlement known, Decision decision) {
        boolean sameOutcome =
                known.status() == status(decision) && known.reasons().equals(decision.reasons());
        boolean repeats = decision.duplicate() || known.decidedAt().equals(Optional.of(inMicroseconds(decision)));
        if (!sameOutcome || !repeats) {
            alarms.raise(
                    AlarmKind.DECISION_CONTRADICTED,
                    decision.customerId() + " " + settlementId(decision),
                    known.status() + " stands; decided again at " + decision.decidedAt() + " as " + decision.outcome()
                            + " "
                            + decision.reasons().stream()
                                    .map(reason -> reason.code())
                                    .toList());
        }
    }

    /** Money that came in for charges that were lowered or settled since is never silently applied. */
    private void compareReceived(LedgerSettlement recorded, List<Effect.ChargeSettled> settled) {
        long settledCents = sum(settled);
        if (recorded.receivedCents().isPresent() && recorded.amountCents() != settledCents) {
            alarms.raise(
                    AlarmKind.RECEIVED_NOT_SETTLED,
                    recorded.customerId() + " " + recorded.settlementId(),
                    "Received " + recorded.receivedCents().get() + " when " + recorded.amountCents()
                            + " was owed; the processor settled " + settledCents);
        }
    }

    private static long sum(List<Effect.ChargeSettled> settled) {
        return settled.stream().mapToLong(Effect.ChargeSettled::amountCents).reduce(0, Math::addExact);
    }

    private void decide(Decision decision, List<Effect.ChargeSettled> settled) {
        settlements.enter(
                settlementId(decision),
                decision,
                status(decision),
                settled.stream().findFirst().map(Effect.ChargeSettled::outcome),
                sum(settled));
    }

    private void settle(Decision decision, Effect.ChargeSettled effect) {
        String chargeId = effect.id();
        charges.lock(chargeId);
        boolean elsewhere = database.sql("""
                        select count(*) from settlement_lines where charge_id = :charge and result = 'SETTLED'
                        and (customer_id, settlement_id) <> (:customer, :settlement)""")
                        .param("charge", chargeId)
                        .param("customer", decision.customerId())
                        .param("settlement", settlementId(decision))
                        .query(Long.class)
                        .single()
                > 0;
        if (elsewhere) {
            alarms.raise(AlarmKind.CHARGE_SETTLED_TWICE, chargeId, "settled again by " + settlementId(decision));
            enterLine(decision, chargeId, ChargeResult.NOT_OPEN);
            return;
        }
        settlements.enterSettled(decision.customerId(), settlementId(decision), chargeId, effect.amountCents());
        charges.settle(chargeId, settlementId(decision), inMicroseconds(decision));
        charges.find(chargeId)
                .filter(charge -> charge.owedCents() < effect.amountCents())
                .ifPresent(charge -> alarms.raise(
                        AlarmKind.CREDIT_CONTRADICTED,
                        chargeId,
                        "The processor settled " + effect.amountCents() + " where " + charge.owedCents() + " is owed"));
    }

    private void releaseWhatIsLeft(Decision decision) {
        database.sql("""
                        update settlement_lines set result = 'NOT_OPEN'
                        where customer_id = :customer and settlement_id = :settlement and result = 'PENDING'""")
                .param("customer", decision.customerId())
                .param("settlement", settlementId(decision))
                .update();
        settlements.find(decision.customerId(), settlementId(decision)).orElseThrow().lines().stream()
                .filter(line -> line.result() == ChargeResult.NOT_OPEN)
                .forEach(line -> charges.release(line.chargeId(), settlementId(decision)));
    }

    private void enterLine(Decision decision, String chargeId, ChargeResult result) {
        settlements.enterLine(decision.customerId(), settlementId(decision), chargeId, result);
    }

    private static String settlementId(Decision decision) {
        return decision.cause() == Cause.SETTLEMENT ? decision.causeId() : decision.decisionId();
    }

    private static List<Effect.ChargeSettled> settled(Decision decision) {
        return decision.effects().stream()
                .filter(Effect.ChargeSettled.class::isInstance)
                .map(Effect.ChargeSettled.class::cast)
                .toList();
    }

    private static List<String> notOpen(Decision decision) {
        return decision.reasons().stream()
                .filter(reason -> reason.code() == RejectionCode.CHARGE_NOT_OPEN)
                .map(reason -> reason.facts().get("chargeId"))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private static SettlementStatus status(Decision decision) {
        return switch (decision.outcome()) {
            case APPLIED -> SettlementStatus.APPLIED;
            case REJECTED -> SettlementStatus.REJECTED;
            case QUOTED -> throw new IllegalStateException("A settlement was quoted: " + decision.decisionId());
        };
    }

    /** The precision of the database. */
    private static Instant inMicroseconds(Decision decision) {
        return decision.decidedAt().truncatedTo(ChronoUnit.MICROS);
    }
}
