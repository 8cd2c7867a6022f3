package dev.licenseflow.messaging.mapping.decision;

import dev.licenseflow.domain.decision.Cause;
import dev.licenseflow.domain.decision.Decision;
import dev.licenseflow.domain.decision.Effect;
import dev.licenseflow.domain.decision.Outcome;
import dev.licenseflow.domain.decision.Reason;
import dev.licenseflow.domain.decision.Requester;
import dev.licenseflow.domain.request.Channel;
import dev.licenseflow.messaging.mapping.Symbols;
import dev.licenseflow.messaging.mapping.UnreadableRecordException;
import dev.licenseflow.schema.LicenseDecision;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Decisions as they stand on {@code licensing.decisions} (D9). A record repeats in {@code chargeIds} and {@code quote} what
 * the domain keeps in the effects alone; reading checks that the two agree.
 */
public final class DecisionMapper {

    private static final EffectWriter EFFECTS = new EffectWriter();

    private DecisionMapper() {}

    public static LicenseDecision toAvro(Decision decision) {
        List<dev.licenseflow.schema.decision.Reason> reasons =
                new ArrayList<>(decision.reasons().size());
        for (Reason reason : decision.reasons()) {
            reasons.add(ReasonMapper.toAvro(reason));
        }
        List<Object> effects = new ArrayList<>(decision.effects().size());
        for (Effect effect : decision.effects()) {
            effects.add(effect.match(EFFECTS));
        }
        Requester requester = decision.requester();
        return new LicenseDecision(
                decision.decisionId(),
                Symbols.same(dev.licenseflow.schema.decision.Cause.class, decision.cause()),
                decision.causeId(),
                decision.customerId(),
                requester.partnerId(),
                requester
                        .channel()
                        .map(channel -> Symbols.same(dev.licenseflow.schema.decision.Channel.class, channel))
                        .orElse(null),
                requester.requestedBy().orElse(null),
                requester.command().orElse(null),
                Symbols.same(dev.licenseflow.schema.decision.Outcome.class, decision.outcome()),
                decision.duplicate(),
                reasons,
                effects,
                decision.chargeIds(),
                decision.quote().map(QuoteMapper::toAvro).orElse(null),
                decision.catalogVersion(),
                decision.revisionBefore(),
                decision.revisionAfter(),
                decision.decidedAt());
    }

    /**
     * What a record says.
     *
     * @throws UnreadableRecordException if the decision holds an unknown symbol or contradicts itself
     */
    public static Decision toDomain(LicenseDecision decision) {
        try {
            return read(decision);
        } catch (IllegalArgumentException e) {
            throw new UnreadableRecordException("decision", e);
        }
    }

    private static Decision read(LicenseDecision decision) {
        List<Reason> reasons = new ArrayList<>(decision.getReasons().size());
        for (dev.licenseflow.schema.decision.Reason reason : decision.getReasons()) {
            reasons.add(ReasonMapper.toDomain(reason));
        }
        Decision read = new Decision(
                decision.getDecisionId(),
                Symbols.known("cause", Cause.class, decision.getCause()),
                decision.getCauseId(),
                decision.getCustomerId(),
                requester(decision),
                Symbols.known("outcome", Outcome.class, decision.getOutcome()),
                decision.getDuplicate(),
                reasons,
                effects(decision),
                decision.getCatalogVersion(),
                decision.getRevisionBefore(),
                decision.getRevisionAfter(),
                decision.getDecidedAt());
        check(read.chargeIds().equals(decision.getChargeIds()), "chargeIds are not those of the effects");
        check(read.quote().isPresent() == (decision.getQuote() != null), "there is a quote that no effect opened");
        return read;
    }

    private static Requester requester(LicenseDecision decision) {
        dev.licenseflow.schema.decision.Channel channel = decision.getChannel();
        return new Requester(
                decision.getPartnerId(),
                channel == null ? Optional.empty() : Optional.of(Symbols.known("channel", Channel.class, channel)),
                Optional.ofNullable(decision.getRequestedBy()),
                Optional.ofNullable(decision.getCommand()));
    }

    private static List<Effect> effects(LicenseDecision decision) {
        EffectReader reader =
                new EffectReader(Optional.ofNullable(decision.getQuote()).map(QuoteMapper::toDomain));
        List<Effect> effects = new ArrayList<>(decision.getEffects().size());
        for (Object effect : decision.getEffects()) {
            effects.add(reader.read(effect));
        }
        return effects;
    }

    private static void check(boolean agrees, String otherwise) {
        if (!agrees) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
