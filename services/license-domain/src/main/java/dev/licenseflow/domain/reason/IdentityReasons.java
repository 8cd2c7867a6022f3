package dev.licenseflow.domain.reason;

import dev.licenseflow.domain.decision.Reason;
import dev.licenseflow.domain.decision.RejectionCode;
import java.util.Map;

/** Reasons of the first stage; each comes alone, so that a stranger learns nothing else (D2, D5), and D3's. */
public final class IdentityReasons {

    private IdentityReasons() {}

    public static Reason unknownCustomer(String customerId) {
        return Reason.of(
                RejectionCode.UNKNOWN_CUSTOMER,
                Map.of("customerId", customerId),
                "O cliente não está cadastrado.",
                "The customer is not registered.");
    }

    public static Reason alreadyRegistered(String customerId) {
        return Reason.of(
                RejectionCode.ALREADY_REGISTERED,
                Map.of("customerId", customerId),
                "O cliente já está cadastrado.",
                "The customer is registered already.");
    }

    public static Reason notYourCustomer(String customerId) {
        return Reason.of(
                RejectionCode.NOT_YOUR_CUSTOMER,
                Map.of("customerId", customerId),
                "O cliente pertence a outro parceiro.",
                "The customer belongs to another partner.");
    }

    public static Reason requestIdReused(String id) {
        return Reason.of(
                RejectionCode.REQUEST_ID_REUSED,
                Map.of("id", id),
                "O identificador já foi usado para outra solicitação; a primeira decisão continua valendo.",
                "The id was used for something else before; the first decision stands.");
    }
}
