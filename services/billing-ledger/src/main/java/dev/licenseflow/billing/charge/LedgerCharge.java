package dev.licenseflow.billing.charge;

import dev.licenseflow.domain.charge.Charge;
import java.util.Optional;

/**
 * A charge as it stands in the ledger.
 *
 * @param seq its place in the order in which charges came
 * @param settling empty while it is open
 */
public record LedgerCharge(long seq, Charge charge, ChargeStatus status, Optional<ChargeSettling> settling) {

    public String chargeId() {
        return charge.chargeId();
    }

    public long amountCents() {
        return charge.line().amountCents();
    }
}
