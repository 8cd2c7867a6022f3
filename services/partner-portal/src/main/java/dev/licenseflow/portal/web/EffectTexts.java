package dev.licenseflow.portal.web;

import dev.licenseflow.domain.decision.Effect;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/** What a decision changed. */
@Component
class EffectTexts implements Effect.Cases<String> {

    private final PageText text;

    EffectTexts(PageText text) {
        this.text = text;
    }

    List<String> of(List<Effect> effects) {
        return effects.stream().map(effect -> effect.match(this)).toList();
    }

    @Override
    public String customerRegistered(Effect.CustomerRegistered effect) {
        return text.message(
                "effect.registered",
                text.product(effect.system()),
                text.message("method." + effect.renewalMethod()),
                text.lastDay(effect.paidThrough()));
    }

    @Override
    public String quantityChanged(Effect.QuantityChanged effect) {
        String key = "effect." + effect.kind().name();
        String name = text.product(effect.product());
        int before = effect.before().active();
        int after = effect.after().active();
        return switch (effect.kind()) {
            case QUANTITY_RAISED ->
                after == 1 ? text.message(key + ".one", name) : text.message(key, name, number(before), number(after));
            case QUANTITY_RESTORED ->
                text.message(key, name, number(effect.after().next()));
            case REDUCTION_SCHEDULED ->
                text.message(
                        key,
                        name,
                        number(effect.after().next()),
                        text.day(effect.effectiveFrom()),
                        number(after),
                        lastDay(effect));
            case REMOVAL_SCHEDULED -> text.message(key, name, text.day(effect.effectiveFrom()), lastDay(effect));
            case QUANTITY_REDUCED -> text.message(key, name, number(before), number(after));
            case PRODUCT_REMOVED -> text.message(key, name);
        };
    }

    @Override
    public String statusChanged(Effect.StatusChanged effect) {
        return text.message(
                "effect.status", text.message("status." + effect.before()), text.message("status." + effect.after()));
    }

    @Override
    public String renewalMethodChanged(Effect.RenewalMethodChanged effect) {
        return text.message("effect.method", text.message("method." + effect.after()));
    }

    @Override
    public String monthPaid(Effect.MonthPaid effect) {
        return text.message("effect.paid", text.month(effect.after()));
    }

    @Override
    public String quoteOpened(Effect.QuoteOpened effect) {
        return text.message(
                "effect.quoted",
                text.money(effect.quote().totalCents()),
                text.until(effect.quote().validUntil()));
    }

    @Override
    public String quoteEnded(Effect.QuoteEnded effect) {
        return text.message("effect.quote." + effect.end().name());
    }

    @Override
    public String chargeOpened(Effect.ChargeOpened effect) {
        return text.message(
                "effect.charge",
                text.product(effect.product()),
                text.money(effect.amountCents()),
                text.lastDay(effect.month()));
    }

    @Override
    public String chargeSettled(Effect.ChargeSettled effect) {
        return text.message(
                "effect.settled." + effect.outcome().name(),
                text.product(effect.product()),
                text.month(effect.month()),
                text.money(effect.amountCents()));
    }

    private String lastDay(Effect.QuantityChanged effect) {
        return text.day(effect.effectiveFrom().minus(Duration.ofSeconds(1)));
    }

    private static String number(int quantity) {
        return Integer.toString(quantity);
    }
}
