package dev.licenseflow.domain.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licenseflow.domain.catalog.CatalogVersion;
import dev.licenseflow.domain.charge.Charge;
import dev.licenseflow.domain.decision.Cause;
import dev.licenseflow.domain.decision.Decided;
import dev.licenseflow.domain.decision.Decision;
import dev.licenseflow.domain.decision.Effect;
import dev.licenseflow.domain.decision.Fold;
import dev.licenseflow.domain.decision.RejectionCode;
import dev.licenseflow.domain.fixture.PureCore;
import dev.licenseflow.domain.license.CustomerLicenses;
import dev.licenseflow.domain.license.LatestQuote;
import dev.licenseflow.domain.license.LicenseStatus;
import dev.licenseflow.domain.license.Quantities;
import dev.licenseflow.domain.license.QuoteEnd;
import java.time.Instant;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What holds after every step, whatever the history. */
final class Invariants {

    private final PureCore core;
    private final Set<String> chargeIds = new HashSet<>();

    Invariants(PureCore core) {
        this.core = core;
    }

    /**
     * Checks one step.
     *
     * @param before the customer's licenses before the decisions
     */
    void check(CustomerLicenses before, List<Decided> decisions, Instant at) {
        CustomerLicenses licenses = before;
        for (Decided decided : decisions) {
            CustomerLicenses after = Fold.of(licenses, decided.decision(), core.calendar());
            if (decided.decision().duplicate()) {
                repetitionChangesNothing(licenses, after, decided);
            } else {
                revisionRisesByOneIfWhatIsShownChanges(licenses, after, decided.decision());
                reasonsAreGivenForWhatIsNotDone(decided.decision());
                quantitiesRiseOnRequestAndFallWithTheMonth(licenses, decided.decision());
                chargesAreWhatTheEffectsImply(licenses, after, decided);
                aQuoteEndsOnceAndIsConfirmedOnlyWhileItStands(licenses, after, decided.decision());
            }
            licenses = after;
        }
        assertThat(core.licensesOf(before.customerId())).as("the state").isEqualTo(licenses);
        assertThat(core.refolded(before.customerId()))
                .as("the fold of the journal")
                .isEqualTo(licenses);
        openChargesAreWhatWasIssuedAndNotSettled(licenses);
        quantitiesFitTheStatus(licenses);
        statusFitsTheMonthPaidThrough(licenses, core.calendar().monthOf(at));
        nothingLacksWhatItRequires(licenses, core.catalogs().inForceAt(at));
    }

    private static void repetitionChangesNothing(CustomerLicenses before, CustomerLicenses after, Decided decided) {
        assertThat(after).isEqualTo(before);
        assertThat(decided.charges()).isEmpty();
    }

    private static void revisionRisesByOneIfWhatIsShownChanges(
            CustomerLicenses before, CustomerLicenses after, Decision decision) {
        assertThat(decision.revisionBefore()).isEqualTo(before.revision());
        assertThat(decision.revisionAfter()).isEqualTo(after.revision());
        assertThat(after.revision() - before.revision()).isEqualTo(after.showsOtherThan(before) ? 1 : 0);
    }

    private static void reasonsAreGivenForWhatIsNotDone(Decision decision) {
        switch (decision.outcome()) {
            case REJECTED -> {
                assertThat(decision.reasons()).isNotEmpty();
                assertThat(decision.effects()).isEmpty();
            }
            case QUOTED -> {
                assertThat(decision.reasons()).isEmpty();
                assertThat(decision.effects()).hasSize(1).hasOnlyElementsOfType(Effect.QuoteOpened.class);
            }
            case APPLIED -> {
                assertThat(decision.effects()).isNotEmpty();
                assertThat(decision.reasons())
                        .allMatch(reason ->
                                decision.cause() == Cause.SETTLEMENT && reason.code() == RejectionCode.CHARGE_NOT_OPEN);
            }
        }
    }

    /** In a month that is not paid, and at the end of a contract, they fall at once (Q6, R8). */
    private void quantitiesRiseOnRequestAndFallWithTheMonth(CustomerLicenses before, Decision decision) {
        boolean unpaid = before.isRegistered()
                && before.paidThrough().isBefore(core.calendar().monthOf(decision.decidedAt()));
        for (Effect effect : decision.effects()) {
            if (effect instanceof Effect.QuantityChanged changed) {
                int raisedBy = changed.after().active() - changed.before().active();
                assertThat(decision.cause()).isNotEqualTo(Cause.SETTLEMENT);
                assertThat(unpaid || (decision.cause() == Cause.REQUEST ? raisedBy : -raisedBy) >= 0)
                        .as("%s", effect)
                        .isTrue();
            }
        }
    }

    private void chargesAreWhatTheEffectsImply(CustomerLicenses before, CustomerLicenses after, Decided decided) {
        Decision decision = decided.decision();
        assertThat(decided.charges())
                .extracting(Charge::line)
                .isEqualTo(new ImpliedCharges(before, after, decision, core.catalogs(), core.calendar()).lines());
        for (Charge charge : decided.charges()) {
            assertThat(chargeIds.add(charge.chargeId()))
                    .as("%s is new", charge.chargeId())
                    .isTrue();
            assertThat(charge.month()).isEqualTo(core.calendar().monthOf(decision.decidedAt()));
            assertThat(charge.partnerId()).isEqualTo(after.partnerId());
            assertThat(charge.causeId()).isEqualTo(decision.causeId());
            assertThat(charge.catalogVersion()).isEqualTo(decision.catalogVersion());
        }
    }

    private static void aQuoteEndsOnceAndIsConfirmedOnlyWhileItStands(
            CustomerLicenses before, CustomerLicenses after, Decision decision) {
        for (Effect effect : decision.effects()) {
            if (effect instanceof Effect.QuoteEnded ended) {
                assertThat(before.quote()).isInstanceOf(LatestQuote.Open.class);
                LatestQuote.Open open = (LatestQuote.Open) before.quote();
                assertThat(ended.quoteId()).isEqualTo(open.quote().quoteId());
                assertThat(after.quote()).isEqualTo(new LatestQuote.Closed(ended.quoteId(), ended.end()));
                if (ended.end() == QuoteEnd.CONFIRMED) {
                    assertThat(decision.decidedAt()).isBefore(open.quote().validUntil());
                    assertThat(before.products()).isEqualTo(open.products());
                    assertThat(before.status()).isEqualTo(open.status());
                    assertThat(before.renewalMethod()).isEqualTo(open.renewalMethod());
                }
            }
        }
    }

    private void openChargesAreWhatWasIssuedAndNotSettled(CustomerLicenses licenses) {
        long cents = 0;
        for (Decided decided : core.journalOf(licenses.customerId())) {
            cents += decided.charges().stream()
                    .mapToLong(charge -> charge.line().amountCents())
                    .sum();
            if (!decided.decision().duplicate()) {
                cents -= settledCents(decided.decision());
            }
        }
        assertThat(licenses.openChargesCents()).as("open charges").isEqualTo(cents);
    }

    private static long settledCents(Decision decision) {
        return decision.effects().stream()
                .mapToLong(effect -> effect instanceof Effect.ChargeSettled settled ? settled.amountCents() : 0)
                .sum();
    }

    private static void quantitiesFitTheStatus(CustomerLicenses licenses) {
        if (licenses.status() == LicenseStatus.INACTIVE) {
            assertThat(licenses.products()).isEmpty();
            return;
        }
        assertThat(licenses.quantitiesOf(licenses.system())).isEqualTo(new Quantities(1, 1));
        licenses.products()
                .forEach((code, both) ->
                        assertThat(both.active()).as(code).isPositive().isGreaterThanOrEqualTo(both.next()));
    }

    private static void statusFitsTheMonthPaidThrough(CustomerLicenses licenses, YearMonth month) {
        YearMonth paidThrough = licenses.paidThrough();
        switch (licenses.status()) {
            case ACTIVE -> assertThat(paidThrough).isEqualTo(month);
            case EXPIRED -> assertThat(paidThrough).isEqualTo(month.minusMonths(1));
            case SUSPENDED -> assertThat(paidThrough).isBetween(month.minusMonths(1), month);
            case INACTIVE -> assertThat(paidThrough).isBefore(month);
        }
    }

    private static void nothingLacksWhatItRequires(CustomerLicenses licenses, CatalogVersion catalog) {
        licenses.products().forEach((code, both) -> {
            for (String required : catalog.existing(code).requires()) {
                assertThat(licenses.quantitiesOf(required).active())
                        .as("%s, which %s requires now", required, code)
                        .isPositive();
                assertThat(both.next() == 0 || licenses.quantitiesOf(required).next() > 0)
                        .as("%s has %s next month", code, required)
                        .isTrue();
            }
            boolean fits =
                    catalog.existing(code).isSystem() || catalog.existing(code).isEligibleFor(licenses.system());
            assertThat(fits).as("%s fits %s", code, licenses.system()).isTrue();
        });
    }
}
