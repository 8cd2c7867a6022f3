package dev.licenseflow.domain.engine;

import dev.licenseflow.domain.catalog.Product;
import dev.licenseflow.domain.charge.Charge;
import dev.licenseflow.domain.charge.ChargeKind;
import dev.licenseflow.domain.charge.ChargeLine;
import dev.licenseflow.domain.decision.Effect;
import dev.licenseflow.domain.decision.Reason;
import dev.licenseflow.domain.license.Quantities;
import dev.licenseflow.domain.request.Command;
import dev.licenseflow.domain.request.Item;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A new customer: active at once, its first month charged by the days left (R6); and one that comes back (R4). */
final class RegisterCustomerRule {

    private RegisterCustomerRule() {}

    static Ruling judge(Situation situation, Command.RegisterCustomer command) {
        List<Reason> reasons = StandingCheck.revisionAndChannel(situation);
        List<Effect> effects = List.of(new Effect.CustomerRegistered(
                situation.request().partnerId(), command.system(), command.renewalMethod(), situation.month()));
        return start(situation, reasons, command.system(), command.items(), effects, ChargeKind.INITIAL);
    }

    /**
     * Starts a customer that has nothing with a system and add-ons.
     *
     * @param reasons what is wrong already, to be added to
     * @param effects what happens besides the quantities and the charges
     */
    static Ruling start(
            Situation situation,
            List<Reason> reasons,
            String system,
            List<Item> items,
            List<Effect> effects,
            ChargeKind kind) {
        Optional<Product> product = situation.catalog().product(system).filter(Product::isSystem);
        reasons.addAll(LineCheck.systemReasons(system, product));
        LineCheck lines = LineCheck.of(
                items.stream().map(Item::asAddition).toList(),
                Collections.emptySortedMap(),
                product.map(Product::code),
                situation.catalog());
        reasons.addAll(lines.reasons());
        if (!reasons.isEmpty()) {
            return situation.rejected(reasons);
        }
        SortedMap<String, Quantities> after = new TreeMap<>(lines.after());
        after.put(system, new Quantities(1, 1));
        List<Reason> dependencies =
                DependencyCheck.reasons(Collections.emptySortedMap(), after, system, situation.catalog());
        return situation.unlessRejected(dependencies, () -> priced(situation, after, effects, kind));
    }

    private static Ruling priced(
            Situation situation, SortedMap<String, Quantities> after, List<Effect> effects, ChargeKind kind) {
        SortedMap<String, Quantities> nothing = Collections.emptySortedMap();
        List<ChargeLine> lines = situation.pricing().increases(nothing, after, situation.at());
        List<Charge> charges = situation.issue(kind).charges(lines);
        List<Effect> all = new ArrayList<>(effects);
        all.addAll(LicenseEffects.between(nothing, after, situation.at(), situation.startOfNextMonth()));
        return situation.unlessRefused(Pricing.totalCents(lines), () -> situation.applied(all, charges));
    }
}
