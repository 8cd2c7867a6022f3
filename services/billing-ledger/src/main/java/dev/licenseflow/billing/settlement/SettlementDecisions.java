package dev.licenseflow.billing.settlement;

import dev.licenseflow.billing.alarm.AlarmKind;
import dev.licenseflow.billing.alarm.AlarmRepository;
import dev.licenseflow.billing.charge.ChargeRepository;
import dev.licenseflow.database.DatabaseTime;
import dev.licenseflow.domain.charge.Charge;
import dev.licenseflow.domain.decision.Decision;
import dev.licenseflow.domain.decision.Effect;
import dev.licenseflow.domain.decision.RejectionCode;
import dev.licenseflow.domain.request.SettlementOutcome;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Shows the processor's decision on the settlement that it answers, and on its charges. A settlement that the ledger does not
 * know is entered as a foreign one, so an empty ledger that reads all topics from the beginning comes to the same state.
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

    /** Enters the decision on a settlement, unless it is there already. */
    public void enter(Decision decision) {
        Optional<LedgerSettlement> known = settlements.find(decision.customerId(), decision.causeId());
        if (known.isPresent() && known.get().status() != SettlementStatus.PENDING) {
            compare(known.get(), decision);
            return;
        }
        List<Effect.ChargeSettled> settled = settled(decision);
        decide(decision, settled);
        settled.forEach(effect -> settle(decision, effect.chargeId()));
        notOpen(decision).forEach(chargeId -> enterLine(decision, chargeId, SettlementLine.Result.NOT_OPEN));
        releaseWhatIsLeft(decision);
    }

    /** Settles a charge that has just been entered, if the decision on it came before it. */
    public void catchUp(Charge charge) {
        lock(charge.chargeId());
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
                    decision.customerId() + " " + decision.causeId(),
                    known.status() + " stands; decided again at " + decision.decidedAt() + " as " + decision.outcome()
                            + " "
                            + decision.reasons().stream()
                                    .map(reason -> reason.code())
                                    .toList());
        }
    }

    private void decide(Decision decision, List<Effect.ChargeSettled> settled) {
        long amountCents =
                settled.stream().mapToLong(Effect.ChargeSettled::amountCents).reduce(0, Math::addExact);
        var at = DatabaseTime.of(inMicroseconds(decision));
        database.sql("""
                        insert into settlements (customer_id, settlement_id, origin, outcome, status, amount_cents,
                            requested_at, decided_at, reasons)
                        values (:customer, :settlement, 'FOREIGN', :outcome, :status, :amount, :at, :at, cast(:reasons as jsonb))
                        on conflict (customer_id, settlement_id)
                        do update set status = excluded.status, decided_at = excluded.decided_at, reasons = excluded.reasons""")
                .param("customer", decision.customerId())
                .param("settlement", decision.causeId())
                .param(
                        "outcome",
                        settled.stream()
                                .findFirst()
                                .map(Effect.ChargeSettled::outcome)
                                .map(SettlementOutcome::name)
                                .orElse(null))
                .param("status", status(decision).name())
                .param("amount", amountCents)
                .param("at", at)
                .param("reasons", ReasonJson.write(decision.reasons()))
                .update();
    }

    private void settle(Decision decision, String chargeId) {
        boolean elsewhere = database.sql("""
                        select count(*) from settlement_lines where charge_id = :charge and result = 'SETTLED'
                        and (customer_id, settlement_id) <> (:customer, :settlement)""")
                        .param("charge", chargeId)
                        .param("customer", decision.customerId())
                        .param("settlement", decision.causeId())
                        .query(Long.class)
                        .single()
                > 0;
        if (elsewhere) {
            alarms.raise(AlarmKind.CHARGE_SETTLED_TWICE, chargeId, "settled again by " + decision.causeId());
            enterLine(decision, chargeId, SettlementLine.Result.NOT_OPEN);
            return;
        }
        enterLine(decision, chargeId, SettlementLine.Result.SETTLED);
        if (!charges.settle(chargeId, decision.causeId(), inMicroseconds(decision))) {
            // Not there, or just being entered: whoever has the lock second sees what the first has done.
            lock(chargeId);
            charges.settle(chargeId, decision.causeId(), inMicroseconds(decision));
        }
    }

    /** Makes the decision on a charge and its entry wait for each other, until the transaction ends. */
    private void lock(String chargeId) {
        database.sql("select pg_advisory_xact_lock(hashtextextended(:charge, 1))")
                .param("charge", chargeId)
                .query((row, number) -> chargeId)
                .single();
    }

    private void releaseWhatIsLeft(Decision decision) {
        database.sql("""
                        update settlement_lines set result = 'NOT_OPEN'
                        where customer_id = :customer and settlement_id = :settlement and result = 'PENDING'""")
                .param("customer", decision.customerId())
                .param("settlement", decision.causeId())
                .update();
        settlements.find(decision.customerId(), decision.causeId()).orElseThrow().lines().stream()
                .filter(line -> line.result() == SettlementLine.Result.NOT_OPEN)
                .forEach(line -> charges.release(line.chargeId(), decision.causeId()));
    }

    private void enterLine(Decision decision, String chargeId, SettlementLine.Result result) {
        settlements.enterLine(decision.customerId(), decision.causeId(), chargeId, result);
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
            case QUOTED -> throw new IllegalStateException("A settlement was quoted: " + decision.causeId());
        };
    }

    /** As exact as the database keeps it. */
    private static Instant inMicroseconds(Decision decision) {
        return decision.decidedAt().truncatedTo(ChronoUnit.MICROS);
    }
}
