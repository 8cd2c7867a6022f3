package dev.licenseflow.billing.settlement;

import dev.licenseflow.domain.decision.Reason;
import dev.licenseflow.domain.request.SettlementOutcome;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A settlement with what came of it.
 *
 * @param seq its place in the order of recording
 * @param outcome empty for a foreign one of which nothing was open
 * @param amountCents sum of the charges it names that were in the ledger when it was recorded
 * @param paidOn when the customer paid, as the bank says
 * @param publishedAt when the ledger noted that it stands on the topic; empty before, and for a foreign one
 * @param decidedAt the time that the decision was taken as of; empty while it is pending
 * @param reasons the processor's, for what it did not settle
 */
public record LedgerSettlement(
        long seq,
        String customerId,
        String settlementId,
        SettlementOrigin origin,
        Optional<SettlementOutcome> outcome,
        SettlementStatus status,
        long amountCents,
        Optional<LocalDate> paidOn,
        Instant requestedAt,
        Optional<Instant> publishedAt,
        Optional<Instant> decidedAt,
        List<Reason> reasons,
        List<SettlementLine> lines) {

    public LedgerSettlement {
        reasons = List.copyOf(reasons);
        lines = List.copyOf(lines);
    }
}
