package dev.licenseflow.domain.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licenseflow.domain.decision.Decision;
import dev.licenseflow.domain.decision.Reason;
import dev.licenseflow.domain.decision.RejectionCode;
import dev.licenseflow.domain.decision.Requester;
import dev.licenseflow.domain.license.CustomerLicenses;
import dev.licenseflow.domain.license.LicenseStatus;
import dev.licenseflow.domain.license.OpenCharge;
import dev.licenseflow.domain.request.Command;
import dev.licenseflow.domain.request.RenewalMethod;
import dev.licenseflow.domain.request.Request;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What holds of the first answer to a request, by who asks for what, where, and of whom. The stages of D2 make each of these
 * reasons given exactly when its rule fails, unless a reason of the first stage comes alone.
 *
 * @param before the licenses that it was decided on
 * @param month the current one
 */
record AnswerInvariants(
        CustomerLicenses before, Request request, boolean fromBackOffice, Decision decision, YearMonth month) {

    private static final Set<RejectionCode> FIRST_STAGE = EnumSet.of(
            RejectionCode.UNKNOWN_CUSTOMER, RejectionCode.ALREADY_REGISTERED, RejectionCode.NOT_YOUR_CUSTOMER);
    private static final Set<String> BACK_OFFICE_ONLY = Set.of("TransferCustomer", "AdjustCharge", "IssueCharge");
    private static final Set<String> PENDING_FORBIDS =
            Set.of("ChangeLicenses", "ChangeSystem", "ConfirmQuote", "ScheduleRenewal", "ChangeRenewalMethod");

    void check() {
        List<RejectionCode> codes =
                decision.reasons().stream().map(Reason::code).toList();
        if (codes.contains(RejectionCode.REQUEST_ID_REUSED)) {
            assertThat(codes).hasSize(1);
            return;
        }
        Optional<RejectionCode> identity = identity();
        if (identity.isPresent()) {
            assertThat(codes).containsExactly(identity.get());
            return;
        }
        assertThat(codes).doesNotContainAnyElementsOf(FIRST_STAGE);
        given(codes, RejectionCode.CHANNEL_NOT_ALLOWED, !channelIsAllowed());
        given(codes, RejectionCode.STATUS_FORBIDS, !statusAllows());
        given(codes, RejectionCode.CANCELLATION_PENDING, before.cancelled() && PENDING_FORBIDS.contains(command()));
        given(codes, RejectionCode.OUTSTANDING_CHARGES, owesTooMuch());
        theAdjustedChargeIsOpenAndMore(codes);
        given(codes, RejectionCode.AMOUNT_NOT_POSITIVE, issuesNothing());
        given(codes, RejectionCode.NO_CHANGE, codes.contains(RejectionCode.NO_CHANGE) || asksForWhatIs());
    }

    /** L4. */
    void requesterIsNamed() {
        Requester requester = decision.requester();
        assertThat(requester.channel()).contains(request.channel());
        assertThat(requester.requestedBy()).isEqualTo(request.requestedBy());
        assertThat(requester.command()).contains(command());
        if (!fromBackOffice) {
            assertThat(requester.partnerId()).isEqualTo(request.partnerId());
        }
    }

    private void given(List<RejectionCode> codes, RejectionCode code, boolean expected) {
        assertThat(codes.contains(code))
                .as("%s for %s of %s", code, request, before)
                .isEqualTo(expected);
    }

    private String command() {
        return request.command().getClass().getSimpleName();
    }

    /** D5. */
    private Optional<RejectionCode> identity() {
        boolean registers = request.command() instanceof Command.RegisterCustomer;
        if (registers || !before.isRegistered()) {
            return registers == before.isRegistered()
                    ? Optional.of(registers ? RejectionCode.ALREADY_REGISTERED : RejectionCode.UNKNOWN_CUSTOMER)
                    : Optional.empty();
        }
        return fromBackOffice || before.partnerId().equals(request.partnerId())
                ? Optional.empty()
                : Optional.of(RejectionCode.NOT_YOUR_CUSTOMER);
    }

    /** D6, D10. */
    private boolean channelIsAllowed() {
        boolean registers = command().equals("RegisterCustomer");
        return switch (request.channel()) {
            case BACK_OFFICE -> fromBackOffice && !registers;
            case CUSTOMERS, API -> !fromBackOffice && !BACK_OFFICE_ONLY.contains(command());
            case MANUAL_RENEWAL -> partnersScreenIsFor(RenewalMethod.MANUAL) && !registers;
            case MANAGED_BILLING -> partnersScreenIsFor(RenewalMethod.MANAGED_BILLING) && !registers;
        };
    }

    private boolean partnersScreenIsFor(RenewalMethod method) {
        return !fromBackOffice && !BACK_OFFICE_ONLY.contains(command()) && before.renewalMethod() == method;
    }

    /** D8; of ChangeLicenses in its first edition. */
    private boolean statusAllows() {
        boolean unpaid = before.paidThrough().isBefore(month);
        boolean inactive = before.status() == LicenseStatus.INACTIVE;
        return switch (command()) {
            case "ChangeLicenses", "ScheduleRenewal", "UnscheduleRenewal" -> !inactive && !unpaid;
            case "ChangeSystem", "CancelCustomer", "WithdrawCancellation", "ChangeRenewalMethod" -> !inactive;
            case "Renew" -> !inactive && unpaid;
            case "Suspend" -> before.status() == LicenseStatus.ACTIVE;
            case "Resume" -> before.status() == LicenseStatus.SUSPENDED;
            case "Reactivate" -> inactive;
            default -> true;
        };
    }

    /** R3, R4. */
    private boolean owesTooMuch() {
        return switch (command()) {
            case "Renew" ->
                before.openCharges().stream().anyMatch(charge -> charge.month().isBefore(month));
            case "Reactivate" -> !before.openCharges().isEmpty();
            default -> false;
        };
    }

    /** G5. */
    private void theAdjustedChargeIsOpenAndMore(List<RejectionCode> codes) {
        if (request.command() instanceof Command.AdjustCharge adjust) {
            Optional<OpenCharge> open = before.openCharges().stream()
                    .filter(charge -> charge.chargeId().equals(adjust.chargeId()))
                    .findAny();
            given(codes, RejectionCode.CHARGE_NOT_OPEN, open.isEmpty());
            boolean lowers = open.filter(charge -> adjust.amountCents() < charge.amountCents())
                    .isPresent();
            given(codes, RejectionCode.AMOUNT_NOT_LOWER, open.isPresent() && !(lowers && adjust.amountCents() >= 0));
        }
    }

    /** G6. */
    private boolean issuesNothing() {
        return request.command() instanceof Command.IssueCharge issue && issue.amountCents() <= 0;
    }

    /** D7, R7, R8, R9. */
    private boolean asksForWhatIs() {
        Command command = request.command();
        return switch (command()) {
            case "ScheduleRenewal" ->
                before.renewalScheduled() || before.renewalMethod() == RenewalMethod.MANAGED_BILLING;
            case "UnscheduleRenewal" -> !before.renewalScheduled();
            case "CancelCustomer" -> before.cancelled();
            case "WithdrawCancellation" -> !before.cancelled();
            case "ChangeRenewalMethod" ->
                ((Command.ChangeRenewalMethod) command).renewalMethod() == before.renewalMethod();
            case "TransferCustomer" ->
                ((Command.TransferCustomer) command).toPartnerId().equals(before.partnerId());
            default -> false;
        };
    }
}
