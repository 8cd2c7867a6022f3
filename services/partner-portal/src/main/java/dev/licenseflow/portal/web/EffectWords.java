package dev.licenseflow.portal.web;

import dev.licenseflow.domain.decision.Effect;
import java.time.Duration;
import java.util.List;

/** What a decision changed, as a partner says it. */
final class EffectWords implements Effect.Cases<String> {

    private final Words words;

    EffectWords(Words words) {
        this.words = words;
    }

    List<String> of(List<Effect> effects) {
        return effects.stream().map(effect -> effect.match(this)).toList();
    }

    @Override
    public String customerRegistered(Effect.CustomerRegistered effect) {
        return words.text(
                "effect.registered",
                words.product(effect.system()),
                words.method(effect.renewalMethod()),
                words.lastDay(effect.paidThrough()));
    }

    @Override
    public String quantityChanged(Effect.QuantityChanged effect) {
        String key = "effect." + effect.kind().name();
        String name = words.product(effect.product());
        int before = effect.before().active();
        int after = effect.after().active();
        return switch (effect.kind()) {
            case QUANTITY_RAISED ->
                after == 1 ? words.text(key + ".one", name) : words.text(key, name, number(before), number(after));
            case QUANTITY_RESTORED ->
                words.text(key, name, number(effect.after().next()));
            case REDUCTION_SCHEDULED ->
                words.text(
                        key,
                        name,
                        number(effect.after().next()),
                        words.day(effect.effectiveFrom()),
                        number(after),
                        lastDay(effect));
            case REMOVAL_SCHEDULED -> words.text(key, name, words.day(effect.effectiveFrom()), lastDay(effect));
            case QUANTITY_REDUCED -> words.text(key, name, number(before), number(after));
            case PRODUCT_REMOVED -> words.text(key, name);
        };
    }

    @Override
    public String statusChanged(Effect.StatusChanged effect) {
        return words.text(
                "effect.status",
                words.status(effect.before().name()),
                words.status(effect.after().name()));
    }

    @Override
    public String renewalMethodChanged(Effect.RenewalMethodChanged effect) {
        return words.text("effect.method", words.method(effect.after()));
    }

    @Override
    public String monthPaid(Effect.MonthPaid effect) {
        return words.text("effect.paid", words.month(effect.after()));
    }

    @Override
    public String quoteOpened(Effect.QuoteOpened effect) {
        return words.text(
                "effect.quoted",
                words.money(effect.quote().totalCents()),
                words.until(effect.quote().validUntil()));
    }

    @Override
    public String quoteEnded(Effect.QuoteEnded effect) {
        return words.text("effect.quote." + effect.end().name());
    }

    @Override
    public String chargeOpened(Effect.ChargeOpened effect) {
        return words.text(
                "effect.charge",
                words.product(effect.product()),
                words.money(effect.amountCents()),
                words.lastDay(effect.month()));
    }

    @Override
    public String chargeSettled(Effect.ChargeSettled effect) {
        return words.text(
                "effect.settled." + effect.outcome().name(),
                words.product(effect.product()),
                words.month(effect.month()),
                words.money(effect.amountCents()));
    }

    private String lastDay(Effect.QuantityChanged effect) {
        return words.day(effect.effectiveFrom().minus(Duration.ofSeconds(1)));
    }

    private static String number(int quantity) {
        return Integer.toString(quantity);
    }
}
