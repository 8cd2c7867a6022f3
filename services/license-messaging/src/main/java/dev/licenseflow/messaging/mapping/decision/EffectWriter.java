package dev.licenseflow.messaging.mapping.decision;

import dev.licenseflow.domain.decision.Decision;
import dev.licenseflow.domain.decision.Effect;
import dev.licenseflow.messaging.mapping.MonthText;
import dev.licenseflow.messaging.mapping.Symbols;
import dev.licenseflow.schema.decision.EffectType;
import dev.licenseflow.schema.decision.Quote;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the effects of one decision in their order, and gathers the charges and the quote that stand in them. */
final class EffectWriter implements Effect.Cases<dev.licenseflow.schema.decision.Effect> {

    private final Instant decidedAt;
    private final List<dev.licenseflow.schema.decision.Effect> written;
    private final List<String> chargeIds = new ArrayList<>();
    private @Nullable Quote quote;

    EffectWriter(Decision decision) {
        this.decidedAt = decision.decidedAt();
        this.written = new ArrayList<>(decision.effects().size());
    }

    void add(Effect effect) {
        written.add(effect.match(this));
    }

    List<dev.licenseflow.schema.decision.Effect> written() {
        return written;
    }

    List<String> chargeIds() {
        return chargeIds;
    }

    @Nullable
    Quote quote() {
        return quote;
    }

    @Override
    public dev.licenseflow.schema.decision.Effect customerRegistered(Effect.CustomerRegistered effect) {
        dev.licenseflow.schema.decision.Effect written = atOnce(EffectType.CUSTOMER_REGISTERED);
        written.setPartnerId(effect.partnerId());
        written.setSystem(effect.system());
        written.setRenewalMethod(effect.renewalMethod().name());
        written.setAfter(MonthText.of(effect.paidThrough()));
        return written;
    }

    @Override
    public dev.licenseflow.schema.decision.Effect quantityChanged(Effect.QuantityChanged effect) {
        dev.licenseflow.schema.decision.Effect written =
                from(Symbols.same(EffectType.class, effect.kind()), effect.effectiveFrom());
        written.setProduct(effect.product());
        written.setActiveBefore(effect.before().active());
        written.setActiveAfter(effect.after().active());
        written.setNextBefore(effect.before().next());
        written.setNextAfter(effect.after().next());
        return written;
    }

    @Override
    public dev.licenseflow.schema.decision.Effect statusChanged(Effect.StatusChanged effect) {
        return change(
                EffectType.STATUS_CHANGED,
                effect.before().name(),
                effect.after().name());
    }

    @Override
    public dev.licenseflow.schema.decision.Effect renewalMethodChanged(Effect.RenewalMethodChanged effect) {
        return change(
                EffectType.RENEWAL_METHOD_CHANGED,
                effect.before().name(),
                effect.after().name());
    }

    @Override
    public dev.licenseflow.schema.decision.Effect monthPaid(Effect.MonthPaid effect) {
        return change(EffectType.MONTH_PAID, MonthText.of(effect.before()), MonthText.of(effect.after()));
    }

    @Override
    public dev.licenseflow.schema.decision.Effect quoteOpened(Effect.QuoteOpened effect) {
        if (quote != null) {
            throw new IllegalStateException(
                    "A decision makes one quote, not also " + effect.quote().quoteId());
        }
        quote = QuoteMapper.toAvro(effect.quote());
        return change(EffectType.QUOTE_OPENED, null, effect.quote().quoteId());
    }

    @Override
    public dev.licenseflow.schema.decision.Effect quoteEnded(Effect.QuoteEnded effect) {
        return change(EffectType.valueOf("QUOTE_" + effect.end().name()), null, effect.quoteId());
    }

    @Override
    public dev.licenseflow.schema.decision.Effect chargeOpened(Effect.ChargeOpened effect) {
        chargeIds.add(effect.chargeId());
        dev.licenseflow.schema.decision.Effect written = atOnce(EffectType.CHARGE_OPENED);
        written.setProduct(effect.product());
        written.setChargeId(effect.chargeId());
        written.setChargeMonth(MonthText.of(effect.month()));
        written.setAmountCents(effect.amountCents());
        return written;
    }

    @Override
    public dev.licenseflow.schema.decision.Effect chargeSettled(Effect.ChargeSettled effect) {
        dev.licenseflow.schema.decision.Effect written = atOnce(EffectType.CHARGE_SETTLED);
        written.setProduct(effect.product());
        written.setChargeId(effect.chargeId());
        written.setChargeMonth(MonthText.of(effect.month()));
        written.setAmountCents(effect.amountCents());
        written.setAfter(effect.outcome().name());
        return written;
    }

    private dev.licenseflow.schema.decision.Effect change(EffectType type, @Nullable String before, String after) {
        dev.licenseflow.schema.decision.Effect written = atOnce(type);
        written.setBefore(before);
        written.setAfter(after);
        return written;
    }

    private dev.licenseflow.schema.decision.Effect atOnce(EffectType type) {
        return from(type, decidedAt);
    }

    private static dev.licenseflow.schema.decision.Effect from(EffectType type, Instant effectiveFrom) {
        dev.licenseflow.schema.decision.Effect written = new dev.licenseflow.schema.decision.Effect();
        written.setType(type);
        written.setEffectiveFrom(effectiveFrom);
        return written;
    }
}
