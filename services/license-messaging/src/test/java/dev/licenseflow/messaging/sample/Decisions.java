package dev.licenseflow.messaging.sample;

import dev.licenseflow.domain.charge.ChargeLine;
import dev.licenseflow.domain.charge.Quote;
import dev.licenseflow.domain.decision.Cause;
import dev.licenseflow.domain.decision.Decision;
import dev.licenseflow.domain.decision.Effect;
import dev.licenseflow.domain.decision.Outcome;
import dev.licenseflow.domain.decision.Reason;
import dev.licenseflow.domain.decision.RejectionCode;
import dev.licenseflow.domain.decision.Requester;
import dev.licenseflow.domain.license.LicenseStatus;
import dev.licenseflow.domain.license.Quantities;
import dev.licenseflow.domain.license.QuoteEnd;
import dev.licenseflow.domain.request.Channel;
import dev.licenseflow.domain.request.RenewalMethod;
import dev.licenseflow.domain.request.SettlementOutcome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Decisions, every effect and every reason in its turn. */
public final class Decisions {

    private static final int ROUNDS = 60;

    private final Draw draw;
    private final Requests requests;

    public Decisions(Draw draw) {
        this.draw = draw;
        this.requests = new Requests(draw);
    }

    /** Decisions with every effect, in every order, and every reason. */
    public static List<Decision> many() {
        Decisions decisions = new Decisions(new Draw(3));
        List<Decision> many = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            many.add(decisions.decision(decisions.allReasons(), decisions.allEffects()));
            many.add(decisions.decision());
        }
        return many;
    }

    public Decision decision() {
        return decision(List.of(), draw.yes() ? List.of() : allEffects());
    }

    private Decision decision(List<Reason> reasons, List<Effect> effects) {
        return new Decision(
                draw.text(),
                draw.oneOf(Cause.class),
                draw.text(),
                draw.text(),
                new Requester(
                        draw.text(),
                        draw.maybe(() -> draw.oneOf(Channel.class)),
                        draw.maybe(draw::text),
                        draw.maybe(draw::text)),
                draw.oneOf(Outcome.class),
                draw.yes(),
                reasons,
                effects,
                draw.number(),
                draw.cents(),
                draw.cents(),
                draw.instant());
    }

    private List<Reason> allReasons() {
        List<Reason> reasons = new ArrayList<>();
        for (RejectionCode code : RejectionCode.values()) {
            TreeMap<String, String> facts = new TreeMap<>();
            draw.some(draw::text).forEach(name -> facts.put(name, draw.text()));
            reasons.add(new Reason(code, draw.maybe(draw::text), facts, draw.text(), draw.text()));
        }
        return reasons;
    }

    private List<Effect> allEffects() {
        List<Supplier<Effect>> kinds = List.of(
                () -> new Effect.CustomerRegistered(
                        draw.text(), draw.text(), draw.oneOf(RenewalMethod.class), draw.month()),
                () -> new Effect.QuantityChanged(draw.text(), quantities(), quantities(), draw.instant()),
                () -> new Effect.QuantityChanged(draw.text(), quantities(), quantities(), draw.instant()),
                () -> new Effect.StatusChanged(draw.oneOf(LicenseStatus.class), draw.oneOf(LicenseStatus.class)),
                () -> new Effect.RenewalMethodChanged(draw.oneOf(RenewalMethod.class), draw.oneOf(RenewalMethod.class)),
                () -> new Effect.SystemChanged(draw.text(), draw.text()),
                () -> new Effect.PartnerChanged(draw.text(), draw.text()),
                () -> new Effect.RenewalScheduleChanged(draw.yes()),
                () -> new Effect.CancellationChanged(draw.yes()),
                () -> new Effect.ChargeLowered(
                        draw.text(), draw.text(), draw.text(), draw.month(), draw.cents(), draw.cents()),
                () -> new Effect.MonthPaid(draw.month(), draw.month()),
                () -> new Effect.QuoteOpened(quote()),
                () -> new Effect.QuoteEnded(draw.text(), draw.oneOf(QuoteEnd.class)),
                () -> new Effect.ChargeOpened(draw.text(), draw.text(), draw.month(), draw.cents()),
                () -> new Effect.ChargeSettled(
                        draw.text(), draw.text(), draw.month(), draw.cents(), draw.oneOf(SettlementOutcome.class)));
        List<Effect> effects = new ArrayList<>();
        kinds.forEach(kind -> effects.add(kind.get()));
        Collections.rotate(effects, draw.upTo(kinds.size()));
        return effects;
    }

    public Quantities quantities() {
        int active = draw.upTo(3);
        return new Quantities(active, draw.upTo(active));
    }

    public Quote quote() {
        return new Quote(
                draw.text(),
                draw.some(this::line),
                draw.cents(),
                draw.cents(),
                draw.instant(),
                draw.some(requests::change),
                draw.number());
    }

    ChargeLine line() {
        return new ChargeLine(draw.text(), draw.number(), draw.cents(), draw.number(), draw.number(), draw.cents());
    }
}
