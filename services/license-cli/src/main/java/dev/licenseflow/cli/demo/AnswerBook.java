package dev.licenseflow.cli.demo;

import dev.licenseflow.domain.charge.Charge;
import dev.licenseflow.domain.decision.Cause;
import dev.licenseflow.domain.decision.Decision;
import dev.licenseflow.schema.LicenseState;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Gathers what each cause led to. The records of one transaction lie on several partitions, which become readable one
 * after the other; so an answer is only given out when all that its decision speaks of is there.
 */
final class AnswerBook {

    private final List<Decision> decisions = new ArrayList<>();
    private final List<Charge> charges = new ArrayList<>();
    private final List<LicenseState> licenses = new ArrayList<>();

    void enter(Decision decision) {
        decisions.add(decision);
    }

    void enter(Charge charge) {
        charges.add(charge);
    }

    void enter(LicenseState state) {
        licenses.add(state);
    }

    /** The answer, once it is whole; it is gone from the book then. */
    Optional<Answer> take(String customerId, String causeId) {
        Optional<Decision> found = decisions.stream()
                .filter(one ->
                        one.customerId().equals(customerId) && one.causeId().equals(causeId))
                .findFirst();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Decision decision = found.get();
        List<Charge> its = charges.stream()
                .filter(one -> decision.chargeIds().contains(one.chargeId()))
                .toList();
        // What is shown before may be the state of a month close, which has the same revision as what changes nothing.
        Optional<LicenseState> state = licenses.stream()
                .filter(one -> decision.changesWhatIsShown()
                        && one.getCustomerId().equals(decision.customerId())
                        && one.getRevision() == decision.revisionAfter())
                .findFirst();
        boolean isWhole =
                its.size() == decision.chargeIds().size() && state.isPresent() == decision.changesWhatIsShown();
        if (!isWhole) {
            return Optional.empty();
        }
        decisions.remove(decision);
        charges.removeAll(its);
        state.ifPresent(licenses::remove);
        return Optional.of(new Answer(decision, its, state));
    }

    /** How many records of a customer are left that are part of no month close. */
    int surplus(String customerId) {
        Set<Long> revisions = new HashSet<>();
        Set<String> renewals = new HashSet<>();
        decisions.stream()
                .filter(one -> one.customerId().equals(customerId) && one.cause() == Cause.MONTH_CLOSE)
                .forEach(one -> {
                    revisions.add(one.revisionAfter());
                    renewals.addAll(one.chargeIds());
                });
        return (int) (decisions.stream()
                        .filter(one -> one.customerId().equals(customerId) && one.cause() != Cause.MONTH_CLOSE)
                        .count()
                + charges.stream()
                        .filter(one -> one.customerId().equals(customerId) && !renewals.contains(one.chargeId()))
                        .count()
                + licenses.stream()
                        .filter(one -> one.getCustomerId().equals(customerId) && !revisions.contains(one.getRevision()))
                        .count());
    }
}
