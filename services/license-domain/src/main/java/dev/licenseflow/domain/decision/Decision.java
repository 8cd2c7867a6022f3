package dev.licenseflow.domain.decision;

import dev.licenseflow.domain.charge.Quote;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The one answer to a request or settlement, or the record of a customer's month close, with everything needed to
 * explain it (D1, D9).
 *
 * @param decisionId unique over all causes, duplicates and re-used ids (L4)
 * @param causeId the id of the request or settlement, or the month that began
 * @param requester who asked for what (L4)
 * @param duplicate whether this repeats an earlier decision; a repetition changes nothing (D3)
 * @param reasons why it was refused, or which charges of an applied settlement were not open (G4)
 * @param catalogVersion the version that was used; 0 before the first is in force
 * @param decidedAt the time used: when the broker appended the request, or the month boundary (T1, M3)
 */
public record Decision(
        String decisionId,
        Cause cause,
        String causeId,
        String customerId,
        Requester requester,
        Outcome outcome,
        boolean duplicate,
        List<Reason> reasons,
        List<Effect> effects,
        int catalogVersion,
        long revisionBefore,
        long revisionAfter,
        Instant decidedAt) {

    public Decision {
        reasons = List.copyOf(reasons);
        effects = List.copyOf(effects);
    }

    /** The quote that this decision made, if it made one. */
    public Optional<Quote> quote() {
        return effects(Effect.QuoteOpened.class).map(Effect.QuoteOpened::quote).findFirst();
    }

    /** The effects of one kind. */
    public <E extends Effect> Stream<E> effects(Class<E> kind) {
        return effects.stream().filter(kind::isInstance).map(kind::cast);
    }

    /** The ids of the charges that this decision made, in the order of its effects. */
    public List<String> chargeIds() {
        return effects.stream()
                .flatMap(effect -> effect.madeChargeId().stream())
                .toList();
    }

    /** This decision as the answer to a repetition of its cause (D3). */
    public Decision repeated(String repetitionsDecisionId) {
        return new Decision(
                repetitionsDecisionId,
                cause,
                causeId,
                customerId,
                requester,
                outcome,
                true,
                reasons,
                effects,
                catalogVersion,
                revisionBefore,
                revisionAfter,
                decidedAt);
    }

    public boolean changesWhatIsShown() {
        return revisionAfter > revisionBefore;
    }
}
