package dev.licenseflow.domain.engine;

import dev.licenseflow.domain.charge.ChargeKind;
import dev.licenseflow.domain.charge.ChargeLine;
import dev.licenseflow.domain.charge.Quote;
import dev.licenseflow.domain.decision.Effect;
import dev.licenseflow.domain.decision.Reason;
import dev.licenseflow.domain.license.Quantities;
import dev.licenseflow.domain.reason.CustomerReasons;
import dev.licenseflow.domain.request.Command;
import dev.licenseflow.domain.request.LicenseChange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;

/** More or fewer licenses: all lines or none (D7); applied if it costs nothing or the cost is accepted (K1, K2). */
final class ChangeLicensesRule {

    private ChangeLicensesRule() {}

    static Ruling judge(Situation situation, Command.ChangeLicenses command) {
        Worked change = work(situation, command.changes(), StandingCheck.revisionAndChannel(situation));
        int version = situation.catalog().version();
        if (!change.reasons().isEmpty()) {
            return Ruling.rejected(change.reasons(), version);
        }
        if (!situation.request().accepts(change.totalCents())) {
            return Ruling.quoted(new Effect.QuoteOpened(quote(situation, command.changes(), change)), version);
        }
        SortedMap<String, Quantities> before = situation.licenses().products();
        return Ruling.applied(
                QuantityEffects.between(before, change.after(), situation.at(), situation.startOfNextMonth()),
                situation.issue(ChargeKind.ADDITION).charges(change.lines()),
                version);
    }

    /**
     * What the change would cost at this moment, if it is possible (K3). The revision and the screen of the request that
     * asks say nothing about the change, so they are left out.
     */
    static OptionalLong totalNowCents(Situation situation, List<LicenseChange> changes) {
        Worked change = work(situation, changes, new ArrayList<>());
        return change.reasons().isEmpty() ? OptionalLong.of(change.totalCents()) : OptionalLong.empty();
    }

    /** @param reasons what is wrong already, to be added to */
    private static Worked work(Situation situation, List<LicenseChange> changes, List<Reason> reasons) {
        SortedMap<String, Quantities> before = situation.licenses().products();
        StandingCheck.require(
                StandingCheck.allowsChange(situation), situation, "ACTIVE,SUSPENDED with the month paid", reasons);
        LineCheck lines =
                LineCheck.of(changes, before, Optional.of(situation.licenses().system()), situation.catalog());
        reasons.addAll(lines.reasons());
        if (lines.reasons().isEmpty() && changesNothing(before, lines.after())) {
            reasons.add(CustomerReasons.noChange());
        }
        if (!reasons.isEmpty()) {
            return new Worked(reasons, before, List.of());
        }
        List<Reason> dependencies = DependencyCheck.reasons(before, lines.after(), situation.catalog());
        List<ChargeLine> priced = dependencies.isEmpty()
                ? situation.pricing().increases(before, lines.after(), situation.at())
                : List.of();
        return new Worked(dependencies, lines.after(), priced);
    }

    private static boolean changesNothing(SortedMap<String, Quantities> before, SortedMap<String, Quantities> after) {
        return after.entrySet().stream()
                .allMatch(entry ->
                        before.getOrDefault(entry.getKey(), Quantities.ZERO).equals(entry.getValue()));
    }

    private static Quote quote(Situation situation, List<LicenseChange> changes, Worked change) {
        return new Quote(
                situation.request().requestId(),
                change.lines(),
                change.totalCents(),
                situation.pricing().monthlyTotalCents(change.after()),
                situation.calendar().quoteValidUntil(situation.at()),
                changes.stream()
                        .sorted(Comparator.comparing(LicenseChange::product))
                        .toList(),
                situation.catalog().version());
    }

    /** The change as far as it was worked out: the reasons of the first stage that fails, or quantities and lines. */
    private record Worked(List<Reason> reasons, SortedMap<String, Quantities> after, List<ChargeLine> lines) {
        long totalCents() {
            return Pricing.totalCents(lines);
        }
    }
}
