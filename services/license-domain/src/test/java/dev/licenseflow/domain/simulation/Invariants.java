package dev.licenseflow.domain.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licenseflow.domain.charge.Charge;
import dev.licenseflow.domain.decision.Cause;
import dev.licenseflow.domain.decision.Decided;
import dev.licenseflow.domain.decision.Decision;
import dev.licenseflow.domain.decision.Effect;
import dev.licenseflow.domain.decision.Fold;
import dev.licenseflow.domain.decision.Outcome;
import dev.licenseflow.domain.decision.RejectionCode;
import dev.licenseflow.domain.decision.Requester;
import dev.licenseflow.domain.fixture.PureCore;
import dev.licenseflow.domain.license.CustomerLicenses;
import dev.licenseflow.domain.license.LatestQuote;
import dev.licenseflow.domain.license.LicenseStatus;
import dev.licenseflow.domain.license.QuoteEnd;
import dev.licenseflow.domain.request.Command;
import dev.licenseflow.domain.request.RenewalMethod;
import dev.licenseflow.domain.request.Request;
import java.time.Instant;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What holds after every step, whatever the history. */
final class Invariants {

    private final PureCore core;
    private final Set<String> chargeIds = new HashSet<>();
    private final Set<String> decisionIds = new HashSet<>();

    Invariants(PureCore core) {
        this.core = core;
    }

    /**
     * Checks one step.
     *
     * @param before the customer's licenses before the decisions
     */
    void check(CustomerLicenses before, List<Decided> decisions, Input input) {
        CustomerLicenses licenses = before;
        for (Decided decided : decisions) {
            CustomerLicenses after = Fold.of(licenses, decided.decision(), core.calendar());
            assertThat(decisionIds.add(decided.decision().decisionId()))
                    .as("%s is new", decided.decision().decisionId())
                    .isTrue();
            if (decided.decision().duplicate()) {
                repetitionChangesNothing(licenses, after, decided);
            } else {
                revisionRisesByOneIfWhatIsShownChanges(licenses, after, decided.decision());
                aMonthClosesByTheStateOfTheCustomer(licenses, after, decided.decision());
                reasonsAreGivenForWhatIsNotDone(licenses, decided.decision());
                quantitiesRiseOnRequestAndFallWithTheMonth(licenses, decided.decision());
                chargesAreWhatTheEffectsImply(licenses, after, decided, input);
                theLastOpenChargeOfEarlierMonthsRenews(licenses, after, decided.decision(), input);
                thePartnerChangesByATransferAlone(licenses, after, decided.decision(), input);
                aRenewalOrAnotherMethodEndsTheSchedule(after, decided.decision());
                aQuoteEndsOnceAndIsConfirmedOnlyWhileItStands(licenses, after, decided.decision());
            }
            theAnswerIsTheOneOfItsRequest(licenses, decided.decision(), input);
            licenses = after;
        }
        assertThat(core.licensesOf(before.customerId())).as("the state").isEqualTo(licenses);
        assertThat(core.refolded(before.customerId()))
                .as("the fold of the journal")
                .isEqualTo(licenses);
        openChargesAreWhatWasIssuedAndNotSettled(licenses);
        if (licenses.isRegistered()) {
            Instant at = input.at();
            new LicensesInvariants(
                            licenses,
                            core.calendar().monthOf(at),
                            core.catalogs().inForceAt(at))
                    .check();
        }
    }

    /** Whoever asks, wherever, for whatever (D5, D6, D8, D10, R8, L4). */
    private void theAnswerIsTheOneOfItsRequest(CustomerLicenses before, Decision decision, Input input) {
        if (decision.cause() != Cause.REQUEST) {
            assertThat(decision.duplicate() || decision.requester().equals(Requester.none(before.partnerId())))
                    .isTrue();
            return;
        }
        Request request = input.asked().orElseThrow();
        boolean fromBackOffice = input instanceof Input.AskedByBackOffice;
        YearMonth month = core.calendar().monthOf(decision.decidedAt());
        AnswerInvariants answer = new AnswerInvariants(before, request, fromBackOffice, decision, month);
        answer.requesterIsNamed();
        if (!decision.duplicate()) {
            answer.check();
        }
    }

    private static void repetitionChangesNothing(CustomerLicenses before, CustomerLicenses after, Decided decided) {
        assertThat(after).isEqualTo(before);
        assertThat(decided.charges()).isEmpty();
    }

    private static void revisionRisesByOneIfWhatIsShownChanges(
            CustomerLicenses before, CustomerLicenses after, Decision decision) {
        assertThat(decision.revisionBefore()).isEqualTo(before.revision());
        assertThat(decision.revisionAfter()).isEqualTo(after.revision());
        boolean changed = after.showsOtherThan(before);
        assertThat(after.revision() - before.revision()).isEqualTo(changed ? 1 : 0);
        assertThat(after.changedAt()).isEqualTo(changed ? decision.decidedAt() : before.changedAt());
        assertThat(after.changedBy()).isEqualTo(changed ? decision.decisionId() : before.changedBy());
    }

    /** M1, R1, R2, R7, R8. */
    private void aMonthClosesByTheStateOfTheCustomer(
            CustomerLicenses before, CustomerLicenses after, Decision decision) {
        if (decision.cause() != Cause.MONTH_CLOSE) {
            return;
        }
        YearMonth month = core.calendar().monthOf(decision.decidedAt());
        boolean owes = owesOfEarlierMonths(before, month);
        boolean wantsToRenew = before.renewalMethod() == RenewalMethod.MANAGED_BILLING || before.renewalScheduled();
        boolean renews = wantsToRenew && !owes && !before.cancelled();
        boolean ends = before.cancelled()
                || (!renews && before.paidThrough().plusMonths(1).isBefore(month));
        LicenseStatus unlessSuspended = renews ? LicenseStatus.ACTIVE : LicenseStatus.EXPIRED;
        LicenseStatus goesOn = before.status() == LicenseStatus.SUSPENDED ? LicenseStatus.SUSPENDED : unlessSuspended;
        assertThat(after.status()).isEqualTo(ends ? LicenseStatus.INACTIVE : goesOn);
        assertThat(after.paidThrough()).isEqualTo(renews ? month : before.paidThrough());
        assertThat(after.renewalScheduled()).isEqualTo(before.renewalScheduled() && !renews && !ends);
        assertThat(after.cancelled()).isFalse();
    }

    private void reasonsAreGivenForWhatIsNotDone(CustomerLicenses before, Decision decision) {
        switch (decision.outcome()) {
            case REJECTED -> {
                assertThat(decision.reasons()).isNotEmpty();
                assertThat(decision.effects()).isEmpty();
            }
            case QUOTED -> {
                assertThat(decision.reasons()).isEmpty();
                assertThat(decision.effects()).hasSize(1).hasOnlyElementsOfType(Effect.QuoteOpened.class);
                assertThat(before.paidThrough())
                        .as("a quote in a month that is not paid (Q6)")
                        .isEqualTo(core.calendar().monthOf(decision.decidedAt()));
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

    private void chargesAreWhatTheEffectsImply(
            CustomerLicenses before, CustomerLicenses after, Decided decided, Input input) {
        Decision decision = decided.decision();
        Optional<Command> command =
                decision.cause() == Cause.REQUEST ? input.asked().map(Request::command) : Optional.empty();
        assertThat(decided.charges())
                .extracting(charge -> new ImpliedCharges.Implied(charge.kind(), charge.line(), charge.corrects()))
                .isEqualTo(new ImpliedCharges(before, after, decision, command, core.catalogs(), core.calendar())
                        .charges());
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

    /** Settled, or lowered to nothing (R2, R7, G5). */
    private void theLastOpenChargeOfEarlierMonthsRenews(
            CustomerLicenses before, CustomerLicenses after, Decision decision, Input input) {
        boolean adjusts = decision.cause() == Cause.REQUEST
                && input.asked().orElseThrow().command() instanceof Command.AdjustCharge;
        if (!adjusts && decision.cause() != Cause.SETTLEMENT) {
            return;
        }
        YearMonth month = core.calendar().monthOf(decision.decidedAt());
        boolean waits = before.status() != LicenseStatus.INACTIVE
                && before.paidThrough().isBefore(month)
                && (before.renewalMethod() == RenewalMethod.MANAGED_BILLING || before.renewalScheduled())
                && owesOfEarlierMonths(before, month);
        boolean renews = waits && !owesOfEarlierMonths(after, month);
        assertThat(after.paidThrough()).isEqualTo(renews ? month : before.paidThrough());
    }

    private static boolean owesOfEarlierMonths(CustomerLicenses licenses, YearMonth month) {
        return licenses.openCharges().stream().anyMatch(charge -> charge.month().isBefore(month));
    }

    /** R9. */
    private static void thePartnerChangesByATransferAlone(
            CustomerLicenses before, CustomerLicenses after, Decision decision, Input input) {
        boolean transfers = decision.cause() == Cause.REQUEST
                && decision.outcome() == Outcome.APPLIED
                && input.asked().orElseThrow().command() instanceof Command.TransferCustomer;
        if (transfers) {
            Command command = input.asked().orElseThrow().command();
            assertThat(input).isInstanceOf(Input.AskedByBackOffice.class);
            assertThat(after.partnerId()).isEqualTo(((Command.TransferCustomer) command).toPartnerId());
        } else if (before.isRegistered()) {
            assertThat(after.partnerId()).isEqualTo(before.partnerId());
        }
    }

    /** R7. */
    private static void aRenewalOrAnotherMethodEndsTheSchedule(CustomerLicenses after, Decision decision) {
        boolean ends = decision.effects().stream()
                .anyMatch(
                        effect -> effect instanceof Effect.MonthPaid || effect instanceof Effect.RenewalMethodChanged);
        assertThat(ends && after.renewalScheduled()).isFalse();
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
                    assertThat(before.partnerId()).isEqualTo(open.partnerId());
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
}
