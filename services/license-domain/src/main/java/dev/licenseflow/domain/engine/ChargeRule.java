package dev.licenseflow.domain.engine;

import dev.licenseflow.domain.charge.Charge;
import dev.licenseflow.domain.charge.ChargeKind;
import dev.licenseflow.domain.charge.ChargeLine;
import dev.licenseflow.domain.decision.Effect;
import dev.licenseflow.domain.decision.Reason;
import dev.licenseflow.domain.license.OpenCharge;
import dev.licenseflow.domain.reason.CustomerReasons;
import dev.licenseflow.domain.reason.LineReasons;
import dev.licenseflow.domain.request.Command;
import dev.licenseflow.domain.request.SettlementOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lowers an open charge (G5), and opens one with an amount of its own (G6), for the back office. */
final class ChargeRule {

    private ChargeRule() {}

    static Ruling adjust(Situation situation, Command.AdjustCharge command) {
        List<Reason> reasons = StandingCheck.revisionAndChannel(situation);
        Optional<OpenCharge> open = situation.licenses().openCharge(command.chargeId());
        if (open.isEmpty()) {
            reasons.add(CustomerReasons.chargeNotOpen(command.chargeId()));
        } else if (command.amountCents() < 0
                || command.amountCents() >= open.get().amountCents()) {
            reasons.add(CustomerReasons.amountNotLower(open.get(), command.amountCents()));
        }
        return situation.unlessRejected(reasons, () -> lowered(situation, open.orElseThrow(), command.amountCents()));
    }

    static Ruling issue(Situation situation, Command.IssueCharge command) {
        List<Reason> reasons = StandingCheck.revisionAndChannel(situation);
        if (situation.catalog().product(command.product()).isEmpty()) {
            reasons.add(LineReasons.unknownProduct(
                    command.product(), situation.catalog().version()));
        }
        if (command.amountCents() <= 0) {
            reasons.add(CustomerReasons.amountNotPositive(command.amountCents()));
        }
        return situation.unlessRejected(
                reasons,
                () -> situation.applied(
                        List.of(),
                        List.of(charge(
                                situation,
                                ChargeKind.CORRECTION,
                                command.product(),
                                command.amountCents(),
                                command.corrects()))));
    }

    private static Ruling lowered(Situation situation, OpenCharge open, long amountCents) {
        long differenceCents = amountCents - open.amountCents();
        Charge credit =
                charge(situation, ChargeKind.CREDIT, open.product(), differenceCents, Optional.of(open.chargeId()));
        List<Effect> effects = new ArrayList<>();
        effects.add(new Effect.ChargeLowered(
                open.chargeId(), credit.chargeId(), open.product(), open.month(), open.amountCents(), amountCents));
        List<Charge> charges = new ArrayList<>();
        charges.add(credit);
        if (amountCents == 0) {
            OpenCharge nothing = new OpenCharge(open.chargeId(), open.product(), open.month(), 0);
            effects.add(SettlementRule.settled(nothing, SettlementOutcome.WAIVED));
            SettlementRule.renewalAfter(
                            situation.licenses(),
                            List.of(nothing),
                            situation.catalog(),
                            situation.request().requestId(),
                            situation.month(),
                            situation.calendar())
                    .ifPresent(renewal -> {
                        effects.addAll(renewal.effects());
                        charges.addAll(renewal.charges());
                    });
        }
        return situation.applied(effects, charges);
    }

    /** A charge that is not for licenses: quantity, unit price and days are 0 (G6). */
    private static Charge charge(
            Situation situation, ChargeKind kind, String product, long amountCents, Optional<String> corrects) {
        int daysInMonth = situation.month().lengthOfMonth();
        return situation.issue(kind).charge(new ChargeLine(product, 0, 0, 0, daysInMonth, amountCents), corrects);
    }
}
