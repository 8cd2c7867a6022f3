package dev.licenseflow.messaging.mapping.decision;

import static dev.licenseflow.messaging.mapping.Symbols.present;

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
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** Reads the effects of one decision. Fields that its type has no use for are not looked at. */
final class EffectReader {

    private final @Nullable Quote quote;

    /** @param quote of the decision, which the effect that opened it only names */
    EffectReader(@Nullable Quote quote) {
        this.quote = quote;
    }

    /** @throws IllegalArgumentException if the type is unknown, or a field of its own is missing or wrong */
    Effect read(dev.licenseflow.schema.decision.Effect effect) {
        return switch (effect.getType()) {
            case CUSTOMER_REGISTERED -> customerRegistered(effect);
            case QUANTITY_RAISED,
                    QUANTITY_RESTORED,
                    REDUCTION_SCHEDULED,
                    REMOVAL_SCHEDULED,
                    QUANTITY_REDUCED,
                    PRODUCT_REMOVED -> quantity(effect, Symbols.same(QuantityChangeKind.class, effect.getType()));
            case STATUS_CHANGED -> statusChanged(effect);
            case RENEWAL_METHOD_CHANGED -> renewalMethodChanged(effect);
            case MONTH_PAID ->
                new Effect.MonthPaid(month("before", effect.getBefore()), month("after", effect.getAfter()));
            case QUOTE_OPENED -> quoteOpened(effect);
            case QUOTE_CONFIRMED -> quoteEnded(effect, QuoteEnd.CONFIRMED);
            case QUOTE_DECLINED -> quoteEnded(effect, QuoteEnd.DECLINED);
            case QUOTE_EXPIRED -> quoteEnded(effect, QuoteEnd.EXPIRED);
            case CHARGE_OPENED -> chargeOpened(effect);
            case CHARGE_SETTLED -> chargeSettled(effect);
            case UNKNOWN -> throw Symbols.unknown("type");
        };
    }

    private static Effect customerRegistered(dev.licenseflow.schema.decision.Effect effect) {
        return new Effect.CustomerRegistered(
                present("partnerId", effect.getPartnerId()),
                present("system", effect.getSystem()),
                RenewalMethod.valueOf(present("renewalMethod", effect.getRenewalMethod())),
                month("after", effect.getAfter()));
    }

    private static Effect quantity(dev.licenseflow.schema.decision.Effect effect, QuantityChangeKind kind) {
        Effect.QuantityChanged read = new Effect.QuantityChanged(
                present("product", effect.getProduct()),
                new Quantities(
                        present("activeBefore", effect.getActiveBefore()),
                        present("nextBefore", effect.getNextBefore())),
                new Quantities(
                        present("activeAfter", effect.getActiveAfter()), present("nextAfter", effect.getNextAfter())),
                present("effectiveFrom", effect.getEffectiveFrom()));
        if (read.kind() != kind) {
            throw new IllegalArgumentException(kind + " is not what happened from " + read.before() + " to "
                    + read.after() + ", but " + read.kind());
        }
        return read;
    }

    private static Effect statusChanged(dev.licenseflow.schema.decision.Effect effect) {
        return new Effect.StatusChanged(
                LicenseStatus.valueOf(present("before", effect.getBefore())),
                LicenseStatus.valueOf(present("after", effect.getAfter())));
    }

    private static Effect renewalMethodChanged(dev.licenseflow.schema.decision.Effect effect) {
        return new Effect.RenewalMethodChanged(
                RenewalMethod.valueOf(present("before", effect.getBefore())),
                RenewalMethod.valueOf(present("after", effect.getAfter())));
    }

    private Effect quoteOpened(dev.licenseflow.schema.decision.Effect effect) {
        Quote opened = present("quote", quote);
        if (!opened.quoteId().equals(effect.getAfter())) {
            throw new IllegalArgumentException("the quote is " + opened.quoteId() + ", not " + effect.getAfter());
        }
        return new Effect.QuoteOpened(opened);
    }

    private static Effect quoteEnded(dev.licenseflow.schema.decision.Effect effect, QuoteEnd end) {
        return new Effect.QuoteEnded(present("after", effect.getAfter()), end);
    }

    private static Effect chargeOpened(dev.licenseflow.schema.decision.Effect effect) {
        return new Effect.ChargeOpened(
                present("chargeId", effect.getChargeId()),
                present("product", effect.getProduct()),
                month("chargeMonth", effect.getChargeMonth()),
                present("amountCents", effect.getAmountCents()));
    }

    private static Effect chargeSettled(dev.licenseflow.schema.decision.Effect effect) {
        return new Effect.ChargeSettled(
                present("chargeId", effect.getChargeId()),
                present("product", effect.getProduct()),
                month("chargeMonth", effect.getChargeMonth()),
                present("amountCents", effect.getAmountCents()),
                SettlementOutcome.valueOf(present("after", effect.getAfter())));
    }

    private static YearMonth month(String field, @Nullable String text) {
        return MonthText.parse(field, present(field, text));
    }
}
