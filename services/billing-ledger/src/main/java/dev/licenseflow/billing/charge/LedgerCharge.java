package dev.licenseflow.billing.charge;

import dev.licenseflow.domain.charge.Charge;
import dev.licenseflow.domain.request.SettlementOutcome;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Optional;

/**
 * A charge with its state in the ledger.
 *
 * @param seq its number in the order in which charges came
 * @param settling empty while it is open
 */
public record LedgerCharge(long seq, Charge charge, ChargeStatus status, Optional<ChargeSettling> settling) {

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
}
