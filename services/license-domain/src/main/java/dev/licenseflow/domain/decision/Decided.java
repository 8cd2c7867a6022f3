package dev.licenseflow.domain.decision;

import dev.licenseflow.domain.charge.Charge;
import dev.licenseflow.domain.license.CustomerLicenses;
import java.util.List;

/**
 * A decision together with what it makes: charges, and the customer's licenses. They leave in one transaction (G3).
 *
 * @param charges the charges behind {@link Decision#chargeIds()}, in the same order; none for a repetition (D3)
 * @param after what the customer has after it: the fold of the decision's effects (D9)
 */
public record Decided(Decision decision, List<Charge> charges, CustomerLicenses after) {

    public Decided {
        charges = List.copyOf(charges);
        List<String> expected = decision.duplicate() ? List.of() : decision.chargeIds();
        if (!charges.stream().map(Charge::chargeId).toList().equals(expected)) {
            throw new IllegalArgumentException("Charges and effects differ for " + decision.causeId());
        }
    }
}
