package dev.licenseflow.domain.engine;

import dev.licenseflow.domain.catalog.Product;
import dev.licenseflow.domain.charge.ChargeKind;
import dev.licenseflow.domain.charge.ChargeLine;
import dev.licenseflow.domain.charge.Quote;
import dev.licenseflow.domain.decision.Effect;
import dev.licenseflow.domain.decision.Reason;
import dev.licenseflow.domain.license.CustomerLicenses;
import dev.licenseflow.domain.license.Quantities;
import dev.licenseflow.domain.reason.CustomerReasons;
import dev.licenseflow.domain.request.LicenseChange;
import dev.licenseflow.domain.request.Operation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * More or fewer licenses, and perhaps another system: all lines or none (D7); applied if it costs nothing or the cost is accepted
 * (K1, K2). A change of system is one of both systems, as lines of quantity 1 (Q7).
 */
final class ChangeRule {

    private ChangeRule() {}

    /** @param system the system from now on; empty if it is not to change */
    static Ruling judge(Situation situation, Optional<String> system, List<LicenseChange> changes) {
        Worked change = work(situation, system, changes, StandingCheck.revisionAndChannel(situation));
        if (!change.reasons().isEmpty()) {
            return situation.rejected(change.reasons());
        }
        List<LicenseChange> lines = withSystems(situation, system, changes);
        if (!situation.request().accepts(change.totalCents())) {
            return Ruling.quoted(
                    new Effect.QuoteOpened(quote(situation, lines, change)),
                    situation.catalog().version());
        }
        return situation.applied(
                effects(situation, lines, change.after()),
                situation.issue(ChargeKind.ADDITION).charges(change.lines()));
    }

    /** What lines make of the customer: their quantities, and the system if it is another one. */
    static List<Effect> effects(Situation situation, List<LicenseChange> lines, SortedMap<String, Quantities> after) {
        List<Effect> effects = new ArrayList<>();
        String before = situation.licenses().system();
        systemIn(situation, lines)
                .filter(system -> !system.equals(before))
                .ifPresent(system -> effects.add(new Effect.SystemChanged(before, system)));
        effects.addAll(LicenseEffects.between(
                situation.licenses().products(), after, situation.at(), situation.startOfNextMonth()));
        return effects;
    }

    /**
     * What quoted lines would cost at this moment, if they are possible (K3). The revision and the screen of the request that asks
     * say nothing about the change, so they are left out.
     */
    static OptionalLong totalNowCents(Situation situation, List<LicenseChange> lines) {
        List<LicenseChange> addOns = lines.stream()
                .filter(line -> !isSystem(situation, line.product()))
                .toList();
        Worked change = work(situation, systemIn(situation, lines), addOns, new ArrayList<>());
        return change.reasons().isEmpty() ? OptionalLong.of(change.totalCents()) : OptionalLong.empty();
    }

    /** @param reasons what is wrong already, to be added to */
    private static Worked work(
            Situation situation, Optional<String> system, List<LicenseChange> changes, List<Reason> reasons) {
        CustomerLicenses licenses = situation.licenses();
        SortedMap<String, Quantities> before = licenses.products();
        requireStatus(situation, system.isPresent(), reasons);
        StandingCheck.requireNotCancelled(situation, reasons);
        Optional<Product> target = system.flatMap(situation.catalog()::product).filter(Product::isSystem);
        List<Reason> wrong = new ArrayList<>();
        if (system.isPresent() && !system.get().equals(licenses.system())) {
            wrong.addAll(LineCheck.systemReasons(system.get(), target));
        }
        Optional<String> eligibleFor = system.isPresent() ? target.map(Product::code) : Optional.of(licenses.system());
        LineCheck lines = LineCheck.of(changes, before, eligibleFor, situation.catalog());
        wrong.addAll(lines.reasons());
        if (!wrong.isEmpty()) {
            reasons.addAll(wrong);
            return new Worked(reasons, before, List.of());
        }
        SortedMap<String, Quantities> after =
                LineCheck.applied(systemLines(licenses, system), new TreeMap<>(lines.after()));
        if (!situation.monthIsPaid()) {
            after.replaceAll((product, quantities) -> quantities.atMonthStart());
        }
        if (changesNothing(before, after)) {
            reasons.add(CustomerReasons.noChange());
        }
        if (!reasons.isEmpty()) {
            return new Worked(reasons, before, List.of());
        }
        List<Reason> whole = DependencyCheck.reasons(before, after, eligibleFor.orElseThrow(), situation.catalog());
        boolean isPriced = whole.isEmpty() && situation.monthIsPaid();
        return new Worked(
                whole, after, isPriced ? situation.pricing().increases(before, after, situation.at()) : List.of());
    }

    /**
     * A change of the system is possible in an unpaid month, at no cost (Q6). For a change of licenses alone the first edition of D8
     * holds until the second is asked for; the portal tells partners to renew first.
     */
    private static void requireStatus(Situation situation, boolean changesSystem, List<Reason> reasons) {
        if (changesSystem) {
            StandingCheck.requireNotInactive(situation, reasons);
        } else {
            StandingCheck.requireMonthPaid(situation, reasons);
        }
    }

    private static List<LicenseChange> withSystems(
            Situation situation, Optional<String> system, List<LicenseChange> changes) {
        List<LicenseChange> lines = new ArrayList<>(systemLines(situation.licenses(), system));
        lines.addAll(changes);
        lines.sort(Comparator.comparing(LicenseChange::product));
        return lines;
    }

    private static List<LicenseChange> systemLines(CustomerLicenses licenses, Optional<String> system) {
        return system.filter(code -> !code.equals(licenses.system()))
                .map(code -> List.of(
                        new LicenseChange(licenses.system(), Operation.SET, 0),
                        new LicenseChange(code, Operation.SET, 1)))
                .orElse(List.of());
    }

    private static Optional<String> systemIn(Situation situation, List<LicenseChange> lines) {
        return lines.stream()
                .filter(line -> line.quantity() == 1 && isSystem(situation, line.product()))
                .map(LicenseChange::product)
                .findFirst();
    }

    private static boolean isSystem(Situation situation, String product) {
        return situation.catalog().product(product).filter(Product::isSystem).isPresent();
    }

    private static boolean changesNothing(SortedMap<String, Quantities> before, SortedMap<String, Quantities> after) {
        return after.entrySet().stream()
                .allMatch(entry ->
                        before.getOrDefault(entry.getKey(), Quantities.ZERO).equals(entry.getValue()));
    }

    private static Quote quote(Situation situation, List<LicenseChange> lines, Worked change) {
        return new Quote(
                situation.request().requestId(),
                change.lines(),
                change.totalCents(),
                situation.monthlyTotalCents(change.after()),
                situation.calendar().quoteValidUntil(situation.at()),
                lines,
                situation.catalog().version());
    }

    /** The change as far as it was worked out: the reasons of the first stage that fails, or quantities and lines. */
    private record Worked(List<Reason> reasons, SortedMap<String, Quantities> after, List<ChargeLine> lines) {

        long totalCents() {
            return Pricing.totalCents(lines);
        }
    }
}
