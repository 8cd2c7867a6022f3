package dev.licenseflow.billing.settlement;

import org.springframework.dao.ConcurrencyFailureException;

/** A charge was settled by somebody else while it was being settled here; to be tried again. */
public final class ChargeTakenException extends ConcurrencyFailureException {

    private static final long serialVersionUID = 1L;

    ChargeTakenException(String chargeId) {
        super("Charge " + chargeId + " was settled at the same time");
    }
}
