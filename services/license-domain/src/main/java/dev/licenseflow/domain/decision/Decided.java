package dev.licenseflow.domain.decision;

import dev.licenseflow.domain.charge.Charge;
import java.util.List;

/**
 * A decision together with the charges it makes. They leave in one transaction (G3).
 *
 * @param charges the charges behind {@link Decision#chargeIds()}, in the same order; none for a repetition (D3)
 */
public record Decided(Decision decision, List<Charge> charges) {

    public Decided {
        charges = List.copyOf(charges);
        List<String> expected = decision.duplicate() ? List.of() : decision.chargeIds();
        if (!charges.stream().map(Charge::chargeId).toList().equals(expected)) {
            throw new IllegalArgumentException("Charges and effects differ for " + decision.causeId());
        }
    }
}
