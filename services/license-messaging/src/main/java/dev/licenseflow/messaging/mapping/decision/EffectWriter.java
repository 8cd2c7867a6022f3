package dev.licenseflow.messaging.mapping.decision;

import dev.licenseflow.domain.charge.Quote;
import dev.licenseflow.domain.decision.Effect;
import dev.licenseflow.messaging.mapping.MonthText;
import dev.licenseflow.messaging.mapping.Symbols;
import dev.licenseflow.schema.decision.CancellationChanged;
import dev.licenseflow.schema.decision.ChargeLowered;
import dev.licenseflow.schema.decision.ChargeOpened;
import dev.licenseflow.schema.decision.ChargeSettled;
import dev.licenseflow.schema.decision.CustomerRegistered;
import dev.licenseflow.schema.decision.LicenseStatus;
import dev.licenseflow.schema.decision.MonthPaid;
import dev.licenseflow.schema.decision.PartnerChanged;
import dev.licenseflow.schema.decision.QuantityChange;
import dev.licenseflow.schema.decision.QuantityChanged;
import dev.licenseflow.schema.decision.QuoteEnd;
import dev.licenseflow.schema.decision.QuoteEnded;
import dev.licenseflow.schema.decision.QuoteOpened;
import dev.licenseflow.schema.decision.RenewalMethod;
import dev.licenseflow.schema.decision.RenewalMethodChanged;
import dev.licenseflow.schema.decision.RenewalScheduleChanged;
import dev.licenseflow.schema.decision.SettlementOutcome;
import dev.licenseflow.schema.decision.StatusChanged;
import dev.licenseflow.schema.decision.SystemChanged;
import org.apache.avro.specific.SpecificRecord;

/** The branch of the union for an effect. */
final class EffectWriter implements Effect.Cases<SpecificRecord> {

    @Override
    public SpecificRecord customerRegistered(Effect.CustomerRegistered effect) {
        return new CustomerRegistered(
                effect.partnerId(),
                effect.system(),
                Symbols.same(RenewalMethod.class, effect.renewalMethod()),
                MonthText.of(effect.paidThrough()));
    }

    @Override
    public SpecificRecord quantityChanged(Effect.QuantityChanged effect) {
        return new QuantityChanged(
                Symbols.same(QuantityChange.class, effect.kind()),
                effect.product(),
                effect.before().active(),
                effect.after().active(),
                effect.before().next(),
                effect.after().next(),
                effect.effectiveFrom());
    }

    @Override
    public SpecificRecord statusChanged(Effect.StatusChanged effect) {
        return new StatusChanged(
                Symbols.same(LicenseStatus.class, effect.before()), Symbols.same(LicenseStatus.class, effect.after()));
    }

    @Override
    public SpecificRecord renewalMethodChanged(Effect.RenewalMethodChanged effect) {
        return new RenewalMethodChanged(
                Symbols.same(RenewalMethod.class, effect.before()), Symbols.same(RenewalMethod.class, effect.after()));
    }

    @Override
    public SpecificRecord systemChanged(Effect.SystemChanged effect) {
        return new SystemChanged(effect.before(), effect.after());
    }

    @Override
    public SpecificRecord partnerChanged(Effect.PartnerChanged effect) {
        return new PartnerChanged(effect.before(), effect.after());
    }

    @Override
    public SpecificRecord renewalScheduleChanged(Effect.RenewalScheduleChanged effect) {
        return new RenewalScheduleChanged(effect.scheduled());
    }

    @Override
    public SpecificRecord cancellationChanged(Effect.CancellationChanged effect) {
        return new CancellationChanged(effect.cancelled());
    }

    @Override
    public SpecificRecord monthPaid(Effect.MonthPaid effect) {
        return new MonthPaid(MonthText.of(effect.before()), MonthText.of(effect.after()));
    }

    @Override
    public SpecificRecord quoteOpened(Effect.QuoteOpened effect) {
        Quote quote = effect.quote();
        return new QuoteOpened(quote.quoteId());
    }

    @Override
    public SpecificRecord quoteEnded(Effect.QuoteEnded effect) {
        QuoteEnd end = switch (effect.end()) {
            case CONFIRMED -> QuoteEnd.QUOTE_CONFIRMED;
            case DECLINED -> QuoteEnd.QUOTE_DECLINED;
            case EXPIRED -> QuoteEnd.QUOTE_EXPIRED;
        };
        return new QuoteEnded(end, effect.quoteId());
    }

    @Override
    public SpecificRecord chargeOpened(Effect.ChargeOpened effect) {
        return new ChargeOpened(effect.id(), effect.product(), MonthText.of(effect.month()), effect.amountCents());
    }

    @Override
    public SpecificRecord chargeLowered(Effect.ChargeLowered effect) {
        return new ChargeLowered(
                effect.id(),
                effect.product(),
                MonthText.of(effect.month()),
                effect.creditId(),
                effect.beforeCents(),
                effect.afterCents());
    }

    @Override
    public SpecificRecord chargeSettled(Effect.ChargeSettled effect) {
        return new ChargeSettled(
                effect.id(),
                effect.product(),
                MonthText.of(effect.month()),
                effect.amountCents(),
                Symbols.same(SettlementOutcome.class, effect.outcome()));
    }
}
