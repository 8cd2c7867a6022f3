package dev.licenseflow.domain.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licenseflow.domain.catalog.CatalogVersion;
import dev.licenseflow.domain.charge.Charge;
import dev.licenseflow.domain.charge.Quote;
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
import dev.licenseflow.domain.license.QuoteEnd;
import dev.licenseflow.domain.request.Command;
import dev.licenseflow.domain.request.Request;
import java.time.Instant;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
                new RenewalInvariants(licenses, after, decided.decision(), monthOf(decided.decision())).check();
                reasonsAreGivenForWhatIsNotDone(licenses, decided.decision());
                quantitiesRiseOnRequestAndFallWithTheMonth(licenses, decided.decision());
                chargesAreWhatTheEffectsImply(licenses, after, decided, input);
                thePartnerChangesByATransferAlone(licenses, after, decided.decision(), input);
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
        YearMonth month = monthOf(decision);
        AnswerInvariants answer = new AnswerInvariants(before, request, fromBackOffice, decision, month);
        answer.requesterIsNamed();
        if (!decision.duplicate()) {
            answer.check();
        }
    }

    private YearMonth monthOf(Decision decision) {
        return core.calendar().monthOf(decision.decidedAt());
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
                        .isEqualTo(monthOf(decision));
                Quote quote = decision.quote().orElseThrow();
                assertThat(quote.monthlyTotalCents()).isEqualTo(monthlyTotalCents(before, quote));
            }
            case APPLIED -> {
                assertThat(decision.effects()).isNotEmpty();
                assertThat(decision.reasons())
                        .allMatch(reason ->
                                decision.cause() == Cause.SETTLEMENT && reason.code() == RejectionCode.CHARGE_NOT_OPEN);
            }
        }
    }

    /** At the prices of the first day of next month, as far as they are known (K1). */
    private long monthlyTotalCents(CustomerLicenses before, Quote quote) {
        YearMonth next = before.paidThrough().plusMonths(1);
        CatalogVersion catalog = core.catalogs().inForceAt(core.calendar().startOf(next));
        Map<String, Long> quantities = new HashMap<>();
        before.products().forEach((code, both) -> quantities.put(code, (long) both.next()));
        quote.changes()
                .forEach(change -> quantities.compute(
                        change.product(), (code, had) -> change.appliedTo(had == null ? 0 : had.intValue())));
        return quantities.entrySet().stream()
                .mapToLong(entry ->
                        entry.getValue() * catalog.existing(entry.getKey()).monthlyPriceCents())
                .sum();
    }

    /** In a month that is not paid, and at the end of a contract, they fall at once (Q6, R8). */
    private void quantitiesRiseOnRequestAndFallWithTheMonth(CustomerLicenses before, Decision decision) {
        boolean unpaid = before.isRegistered() && before.paidThrough().isBefore(monthOf(decision));
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
            assertThat(charge.month()).isEqualTo(monthOf(decision));
            assertThat(charge.partnerId()).isEqualTo(after.partnerId());
            assertThat(charge.causeId()).isEqualTo(decision.causeId());
            assertThat(charge.catalogVersion()).isEqualTo(decision.catalogVersion());
        }
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
