package dev.licenseflow.domain.engine;

import dev.licenseflow.domain.charge.Charge;
import dev.licenseflow.domain.charge.ChargeKind;
import dev.licenseflow.domain.decision.Effect;
import dev.licenseflow.domain.decision.Outcome;
import dev.licenseflow.domain.decision.Reason;
import java.util.ArrayList;
import java.util.List;

/**
 * What the rules say, before it becomes a decision.
 *
 * @param effects without the charges, which become effects of their own
 * @param catalogVersion the version that gave the prices
 */
record Ruling(Outcome outcome, List<Reason> reasons, List<Effect> effects, List<Charge> charges, int catalogVersion) {

    static Ruling rejected(List<Reason> reasons, int catalogVersion) {
        return new Ruling(Outcome.REJECTED, reasons, List.of(), List.of(), catalogVersion);
    }

    static Ruling applied(List<Effect> effects, List<Charge> charges, int catalogVersion) {
        return new Ruling(Outcome.APPLIED, List.of(), effects, charges, catalogVersion);
    }

    static Ruling quoted(Effect.QuoteOpened effect, int catalogVersion) {
        return new Ruling(Outcome.QUOTED, List.of(), List.of(effect), List.of(), catalogVersion);
    }

    List<Effect> allEffects() {
        List<Effect> all = new ArrayList<>(effects);
        for (Charge charge : charges) {
            if (charge.kind() == ChargeKind.CREDIT) {
                continue; // it opens nothing: the effect on the charge that it lowers names it
            }
            all.add(new Effect.ChargeOpened(
                    charge.chargeId(),
                    charge.line().product(),
                    charge.month(),
                    charge.line().amountCents()));
        }
        return all;
    }
}
