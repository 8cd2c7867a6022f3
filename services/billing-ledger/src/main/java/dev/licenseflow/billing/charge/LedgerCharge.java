package dev.licenseflow.billing.charge;

import dev.licenseflow.domain.charge.Charge;
import dev.licenseflow.domain.charge.ChargeKind;
import dev.licenseflow.domain.request.SettlementOutcome;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Optional;

/**
 * A charge with its state in the ledger.
 *
 * @param seq its number in the order in which charges came
 * @param creditsCents the sum of the credits that lower it, zero or less
 * @param settling empty while it is open
 */
public record LedgerCharge(
        long seq, Charge charge, long creditsCents, ChargeStatus status, Optional<ChargeSettling> settling) {

    /** Whether a charge is paid. */
    @Schema(
            enumAsRef = true,
            description = "SETTLING: a settlement waits for its decision; to the processor the charge is still open")
    public enum ChargeStatus {
        /** Nobody has paid it. */
        OPEN,
        /** A settlement is recorded and waits for the processor's decision; to the processor the charge is still open. */
        SETTLING,
        /** The processor has settled it (rule G4). */
        SETTLED
    }

    /**
     * The settlement of a charge.
     *
     * @param settledAt the time of the processor's decision; empty while there is none
     */
    public record ChargeSettling(String settlementId, SettlementOutcome outcome, Optional<Instant> settledAt) {}

    public String chargeId() {
        return charge.chargeId();
    }

    public long amountCents() {
        return charge.line().amountCents();
    }

    /** A credit lowers another charge, and has its status (rule G5). */
    public boolean isCredit() {
        return charge.kind() == ChargeKind.CREDIT;
    }

    /** The amount with the credits; nothing is owed on a credit itself. */
    public long owedCents() {
        return isCredit() ? 0 : amountCents() + creditsCents;
    }

    /** Whether a settlement of it can be recorded. What was lowered to nothing is settled by the processor. */
    public boolean isOpen() {
        return status == ChargeStatus.OPEN && owedCents() > 0;
    }
}
