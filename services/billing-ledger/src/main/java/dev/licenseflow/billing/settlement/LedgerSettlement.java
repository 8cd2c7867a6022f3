package dev.licenseflow.billing.settlement;

import dev.licenseflow.domain.decision.Reason;
import dev.licenseflow.domain.request.SettlementOutcome;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A settlement with its result.
 *
 * @param seq its number in the order of recording
 * @param outcome empty for a foreign one of which nothing was open
 * @param publishedAt when the relay marked it as published; empty for a foreign one as well
 * @param decidedAt the time that the decision was taken as of
 * @param reasons the processor's, for what it did not settle
 */
@Schema(name = "Settlement", description = "A settlement with its result")
public record LedgerSettlement(
        long seq,
        String customerId,
        String settlementId,
        SettlementOrigin origin,
        Optional<SettlementOutcome> outcome,
        SettlementStatus status,

        @Schema(description = "The sum that the processor settled; until it does, what was owed when it was recorded")
        long amountCents,

        @Schema(description = "The day on which the customer paid, if it was told")
        Optional<LocalDate> paidOn,

        @Schema(description = "When the money was received (rule G7); for a bank return the begin of the day")
        Optional<Instant> paidAt,

        @Schema(description = "The amount received, in cents")
        Optional<Long> receivedCents,

        @Schema(description = "How it was paid, such as pix")
        Optional<String> method,

        @Schema(description = "What the bank or the payment provider calls the payment")
        Optional<String> reference,

        @Schema(description = "Who settled it, an id without a name")
        Optional<String> settledBy,

        @Schema(description = "Why it was waived") Optional<String> reason,

        @Schema(description = "The invoice that it pays") Optional<String> invoiceNumber,

        Instant requestedAt,

        @Schema(description = "Absent until it is on the topic")
        Optional<Instant> publishedAt,

        @Schema(description = "Absent until the processor has decided")
        Optional<Instant> decidedAt,

        List<Reason> reasons,
        List<SettledCharge> lines) {

    public LedgerSettlement {
        reasons = List.copyOf(reasons);
        lines = List.copyOf(lines);
    }

    /** Who published a settlement. */
    @Schema(description = "FOREIGN: somebody else published it, and the ledger knows it from its decision")
    public enum SettlementOrigin {
        /** This ledger. */
        LEDGER,
        /** Somebody else, or this ledger before its database was lost: the settlement is known from its decision. */
        FOREIGN
    }

    /** The state of a settlement. */
    @Schema(enumAsRef = true, description = "APPLIED: at least one of its charges was open and is settled")
    public enum SettlementStatus {
        /** Recorded; the processor has not decided it yet. */
        PENDING,
        /** At least one of its charges was open and is settled (rule G4). */
        APPLIED,
        /** None of its charges was open, or the processor refused it as a whole. */
        REJECTED
    }

    /**
     * A charge that a settlement names.
     *
     * @param settledCents empty if it was not settled
     */
    public record SettledCharge(
            String chargeId,
            ChargeResult result,

            @Schema(description = "What was owed on it when the processor settled it, its credits deducted")
            Optional<Long> settledCents) {}

    /** What the processor did with a charge. */
    @Schema(description = "NOT_OPEN: it was unknown, or settled before")
    public enum ChargeResult {
        /** It has not decided yet. */
        PENDING,
        /** It is settled. */
        SETTLED,
        /** It was not open: unknown, or settled before. In the ledger it is open again, unless something else settled it. */
        NOT_OPEN
    }
}
