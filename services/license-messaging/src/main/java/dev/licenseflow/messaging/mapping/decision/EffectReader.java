package dev.licenseflow.messaging.mapping.decision;

import dev.licenseflow.domain.charge.Quote;
import dev.licenseflow.domain.decision.Effect;
import dev.licenseflow.domain.decision.QuantityChangeKind;
import dev.licenseflow.domain.license.LicenseStatus;
import dev.licenseflow.domain.license.Quantities;
import dev.licenseflow.domain.license.QuoteEnd;
import dev.licenseflow.domain.request.RenewalMethod;
import dev.licenseflow.domain.request.SettlementOutcome;
import dev.licenseflow.messaging.mapping.MonthText;
import dev.licenseflow.messaging.mapping.Symbols;
import dev.licenseflow.messaging.mapping.UnionReader;
import dev.licenseflow.schema.decision.CancellationChanged;
import dev.licenseflow.schema.decision.ChargeLowered;
import dev.licenseflow.schema.decision.ChargeOpened;
import dev.licenseflow.schema.decision.ChargeSettled;
import dev.licenseflow.schema.decision.CustomerRegistered;
import dev.licenseflow.schema.decision.MonthPaid;
import dev.licenseflow.schema.decision.PartnerChanged;
import dev.licenseflow.schema.decision.QuantityChanged;
import dev.licenseflow.schema.decision.QuoteEnded;
import dev.licenseflow.schema.decision.QuoteOpened;
import dev.licenseflow.schema.decision.RenewalMethodChanged;
import dev.licenseflow.schema.decision.RenewalScheduleChanged;
import dev.licenseflow.schema.decision.StatusChanged;
import dev.licenseflow.schema.decision.SystemChanged;
import java.util.Optional;

/** Reads the effects of one decision. */
final class EffectReader {

    private final Optional<Quote> quote;
    private final UnionReader<Effect> reader = new UnionReader<Effect>()
            .on(CustomerRegistered.class, EffectReader::customerRegistered)
            .on(QuantityChanged.class, EffectReader::quantityChanged)
            .on(
                    StatusChanged.class,
                    effect -> new Effect.StatusChanged(status(effect.getBefore()), status(effect.getAfter())))
            .on(
                    RenewalMethodChanged.class,
                    effect -> new Effect.RenewalMethodChanged(
                            renewalMethod(effect.getBefore()), renewalMethod(effect.getAfter())))
            .on(SystemChanged.class, effect -> new Effect.SystemChanged(effect.getBefore(), effect.getAfter()))
            .on(PartnerChanged.class, effect -> new Effect.PartnerChanged(effect.getBefore(), effect.getAfter()))
            .on(RenewalScheduleChanged.class, effect -> new Effect.RenewalScheduleChanged(effect.getScheduled()))
            .on(CancellationChanged.class, effect -> new Effect.CancellationChanged(effect.getCancelled()))
            .on(
                    MonthPaid.class,
                    effect -> new Effect.MonthPaid(
                            MonthText.parse("before", effect.getBefore()), MonthText.parse("after", effect.getAfter())))
            .on(QuoteOpened.class, this::quoteOpened)
            .on(QuoteEnded.class, effect -> new Effect.QuoteEnded(effect.getQuoteId(), quoteEnd(effect.getType())))
            .on(
                    ChargeOpened.class,
                    effect -> new Effect.ChargeOpened(
                            effect.getChargeId(),
                            effect.getProduct(),
                            MonthText.parse("month", effect.getMonth()),
                            effect.getAmountCents()))
            .on(
                    ChargeLowered.class,
                    effect -> new Effect.ChargeLowered(
                            effect.getChargeId(),
                            effect.getCreditId(),
                            effect.getProduct(),
                            MonthText.parse("month", effect.getMonth()),
                            effect.getAmountBeforeCents(),
                            effect.getAmountAfterCents()))
            .on(
                    ChargeSettled.class,
                    effect -> new Effect.ChargeSettled(
                            effect.getChargeId(),
                            effect.getProduct(),
                            MonthText.parse("month", effect.getMonth()),
                            effect.getAmountCents(),
                            Symbols.known("outcome", SettlementOutcome.class, effect.getOutcome())));

    /** @param quote of the decision, which the effect that opened it only names */
    EffectReader(Optional<Quote> quote) {
        this.quote = quote;
    }

    /** @throws IllegalArgumentException if the branch is unknown, or a field is wrong */
    Effect read(Object branch) {
        return reader.read("effect", branch);
    }

    private static Effect customerRegistered(CustomerRegistered effect) {
        return new Effect.CustomerRegistered(
                effect.getPartnerId(),
                effect.getSystem(),
                renewalMethod(effect.getRenewalMethod()),
                MonthText.parse("paidThrough", effect.getPaidThrough()));
    }

    private static Effect quantityChanged(QuantityChanged effect) {
        QuantityChangeKind kind = Symbols.known("type", QuantityChangeKind.class, effect.getType());
        Effect.QuantityChanged read = new Effect.QuantityChanged(
                effect.getProduct(),
                new Quantities(effect.getActiveBefore(), effect.getNextBefore()),
                new Quantities(effect.getActiveAfter(), effect.getNextAfter()),
                effect.getEffectiveFrom());
        if (read.kind() != kind) {
            throw new IllegalArgumentException(kind + " is not what happened from " + read.before() + " to "
                    + read.after() + ", but " + read.kind());
        }
        return read;
    }

    private Effect quoteOpened(QuoteOpened effect) {
        Quote opened = quote.orElseThrow(() -> new IllegalArgumentException("quote is missing"));
        if (!opened.quoteId().equals(effect.getQuoteId())) {
            throw new IllegalArgumentException("the quote is " + opened.quoteId() + ", not " + effect.getQuoteId());
        }
        return new Effect.QuoteOpened(opened);
    }

    private static QuoteEnd quoteEnd(dev.licenseflow.schema.decision.QuoteEnd type) {
        return switch (type) {
            case QUOTE_CONFIRMED -> QuoteEnd.CONFIRMED;
            case QUOTE_DECLINED -> QuoteEnd.DECLINED;
            case QUOTE_EXPIRED -> QuoteEnd.EXPIRED;
            case UNKNOWN -> throw Symbols.unknown("type");
        };
    }

    private static LicenseStatus status(dev.licenseflow.schema.decision.LicenseStatus status) {
        return Symbols.known("status", LicenseStatus.class, status);
    }

    private static RenewalMethod renewalMethod(dev.licenseflow.schema.decision.RenewalMethod method) {
        return Symbols.known("renewalMethod", RenewalMethod.class, method);
    }
}
