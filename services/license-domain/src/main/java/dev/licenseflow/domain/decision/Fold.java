package dev.licenseflow.domain.decision;

import dev.licenseflow.domain.license.CustomerLicenses;
import dev.licenseflow.domain.license.LatestQuote;
import dev.licenseflow.domain.license.LicenseStatus;
import dev.licenseflow.domain.license.OpenCharge;
import dev.licenseflow.domain.license.Quantities;
import dev.licenseflow.domain.month.BusinessCalendar;
import dev.licenseflow.domain.request.RenewalMethod;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The only way to change a customer's licenses: effects are applied to them, one after the other. Folding all decisions
 * of a customer, from the first on, gives what the store has (D9).
 */
public final class Fold implements Effect.Cases<Fold> {

    private final CustomerLicenses before;
    private final SortedMap<String, Quantities> products;
    private final List<OpenCharge> openCharges;
    private String partnerId;
    private String system;
    private LicenseStatus status;
    private RenewalMethod renewalMethod;
    private YearMonth paidThrough;
    private LatestQuote quote;
    private boolean renewalScheduled;
    private boolean cancelled;

    private Fold(CustomerLicenses before) {
        this.before = before;
        this.products = new TreeMap<>(before.products());
        this.openCharges = new ArrayList<>(before.openCharges());
        this.partnerId = before.partnerId();
        this.system = before.system();
        this.status = before.status();
        this.renewalMethod = before.renewalMethod();
        this.paidThrough = before.paidThrough();
        this.quote = before.quote();
        this.renewalScheduled = before.renewalScheduled();
        this.cancelled = before.cancelled();
    }

    /** What a decision makes of a customer's licenses; a duplicate or a rejection leaves them as they are. */
    public static CustomerLicenses of(CustomerLicenses before, Decision decision, BusinessCalendar calendar) {
        if (decision.duplicate() || decision.effects().isEmpty()) {
            return before;
        }
        LogPlace place = new LogPlace(decision.decidedAt(), decision.decisionId(), false);
        CustomerLicenses after = of(before, decision.effects(), place, calendar.monthOf(decision.decidedAt()));
        if (after.revision() != decision.revisionAfter()) {
            throw new IllegalStateException("The decision " + decision.causeId()
                    + " does not follow from the licenses of " + before.customerId() + ": revision " + after.revision()
                    + ", not " + decision.revisionAfter());
        }
        return after;
    }

    /**
     * What effects make of a customer's licenses, as of a month; without any they stay as they are. The revision rises by
     * one if anything changes that the licenses topic shows (D4).
     *
     * @param place of the decision
     */
    public static CustomerLicenses of(CustomerLicenses before, List<Effect> effects, LogPlace place, YearMonth month) {
        if (effects.isEmpty()) {
            return before;
        }
        Fold fold = new Fold(before);
        effects.forEach(effect -> effect.match(fold));
        CustomerLicenses unrevised = fold.result(month, before.revision(), before.changedAt(), before.changedBy());
        return unrevised.showsOtherThan(before)
                ? fold.result(month, before.revision() + 1, place.at(), place.decisionId())
                : unrevised;
    }

    private CustomerLicenses result(YearMonth month, long revision, Instant changedAt, String changedBy) {
        return new CustomerLicenses(
                before.customerId(),
                partnerId,
                system,
                status,
                renewalMethod,
                paidThrough,
                month,
                revision,
                products,
                openCharges,
                quote,
                renewalScheduled,
                cancelled,
                changedAt,
                changedBy);
    }

    @Override
    public Fold customerRegistered(Effect.CustomerRegistered effect) {
        partnerId = effect.partnerId();
        system = effect.system();
        renewalMethod = effect.renewalMethod();
        paidThrough = effect.paidThrough();
        status = LicenseStatus.ACTIVE;
        return this;
    }

    @Override
    public Fold quantityChanged(Effect.QuantityChanged effect) {
        check(before.quantitiesOf(effect.product()).equals(effect.before()), effect);
        if (effect.after().isZero()) {
            products.remove(effect.product());
        } else {
            products.put(effect.product(), effect.after());
        }
        return this;
    }

    @Override
    public Fold statusChanged(Effect.StatusChanged effect) {
        check(status == effect.before(), effect);
        status = effect.after();
        return this;
    }

    @Override
    public Fold renewalMethodChanged(Effect.RenewalMethodChanged effect) {
        check(renewalMethod == effect.before(), effect);
        renewalMethod = effect.after();
        return this;
    }

    @Override
    public Fold systemChanged(Effect.SystemChanged effect) {
        check(system.equals(effect.before()), effect);
        system = effect.after();
        return this;
    }

    @Override
    public Fold partnerChanged(Effect.PartnerChanged effect) {
        check(partnerId.equals(effect.before()), effect);
        partnerId = effect.after();
        return this;
    }

    @Override
    public Fold renewalScheduleChanged(Effect.RenewalScheduleChanged effect) {
        check(renewalScheduled != effect.scheduled(), effect);
        renewalScheduled = effect.scheduled();
        return this;
    }

    @Override
    public Fold cancellationChanged(Effect.CancellationChanged effect) {
        check(cancelled != effect.cancelled(), effect);
        cancelled = effect.cancelled();
        return this;
    }

    @Override
    public Fold monthPaid(Effect.MonthPaid effect) {
        check(paidThrough.equals(effect.before()), effect);
        paidThrough = effect.after();
        return this;
    }

    @Override
    public Fold quoteOpened(Effect.QuoteOpened effect) {
        quote = new LatestQuote.Open(
                effect.quote(), before.products(), before.status(), before.renewalMethod(), before.partnerId());
        return this;
    }

    @Override
    public Fold quoteEnded(Effect.QuoteEnded effect) {
        quote = new LatestQuote.Closed(effect.quoteId(), effect.end());
        return this;
    }

    @Override
    public Fold chargeOpened(Effect.ChargeOpened effect) {
        openCharges.add(new OpenCharge(effect.id(), effect.product(), effect.month(), effect.amountCents()));
        return this;
    }

    @Override
    public Fold chargeLowered(Effect.ChargeLowered effect) {
        OpenCharge charge = new OpenCharge(effect.id(), effect.product(), effect.month(), effect.beforeCents());
        check(openCharges.contains(charge), effect);
        openCharges.replaceAll(each -> each.equals(charge)
                ? new OpenCharge(effect.id(), effect.product(), effect.month(), effect.afterCents())
                : each);
        return this;
    }

    @Override
    public Fold chargeSettled(Effect.ChargeSettled effect) {
        boolean wasOpen = openCharges.removeIf(charge -> charge.chargeId().equals(effect.id()));
        check(wasOpen, effect);
        return this;
    }

    private void check(boolean follows, Effect effect) {
        if (!follows) {
            throw new IllegalStateException(
                    "An effect does not follow from the licenses of " + before.customerId() + ": " + effect);
        }
    }
}
