package dev.licenseflow.domain.engine;

import dev.licenseflow.domain.catalog.CatalogHistory;
import dev.licenseflow.domain.catalog.CatalogVersion;
import dev.licenseflow.domain.decision.Cause;
import dev.licenseflow.domain.decision.Decided;
import dev.licenseflow.domain.decision.Decision;
import dev.licenseflow.domain.decision.Effect;
import dev.licenseflow.domain.decision.Fold;
import dev.licenseflow.domain.decision.LogPlace;
import dev.licenseflow.domain.decision.Requester;
import dev.licenseflow.domain.license.CustomerLicenses;
import dev.licenseflow.domain.license.LicenseStatus;
import dev.licenseflow.domain.month.BusinessCalendar;
import dev.licenseflow.domain.reason.IdentityReasons;
import dev.licenseflow.domain.request.ContentDigest;
import dev.licenseflow.domain.request.Request;
import dev.licenseflow.domain.request.Settlement;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where everything is decided. Total and deterministic: the same licenses, catalogs, question and time give the same
 * answer, byte for byte (T1). It changes nothing; {@link Fold} does.
 *
 * <p>The licenses given have to be those of the month of the time given: {@link #closeMonth} comes first, for every
 * month in between (M2). A time before that month, which two brokers' clocks can produce, counts as the month's begin.
 */
public final class LicenseEngine {

    private final BusinessCalendar calendar;

    public LicenseEngine(BusinessCalendar calendar) {
        this.calendar = calendar;
    }

    /** The answer to a request that comes for the first time (D1). */
    public Decided decide(CustomerLicenses licenses, CatalogHistory catalogs, Request request, LogPlace place) {
        LogPlace placed = notBefore(licenses, place);
        Situation situation =
                new Situation(licenses, catalogs, catalogs.inForceAt(placed.at()), request, placed, calendar);
        Ruling ruling = StandingCheck.identity(situation)
                .map(reason -> situation.rejected(List.of(reason)))
                .orElseGet(() -> request.command().match(new CommandRules(situation)));
        return concluded(
                Cause.REQUEST, request.requestId(), requester(licenses, request, place), licenses, ruling, placed);
    }

    /** The answer to a request whose id is still remembered: the first decision again, or a refusal (D3). */
    public Decided decideAgain(
            CustomerLicenses licenses, CatalogHistory catalogs, Request request, LogPlace place, FirstDecision first) {
        return first.isOf(ContentDigest.of(request))
                ? repeated(licenses, place, first)
                : reused(
                        Cause.REQUEST,
                        request.requestId(),
                        requester(licenses, request, place),
                        licenses,
                        catalogs,
                        place);
    }

    /** The answer to a settlement that comes for the first time (G4). */
    public Decided settle(CustomerLicenses licenses, CatalogHistory catalogs, Settlement settlement, LogPlace place) {
        LogPlace placed = notBefore(licenses, place);
        CatalogVersion catalog = catalogs.inForceAt(placed.at());
        Ruling ruling =
                new SettlementRule(licenses, catalog, calendar.monthOf(placed.at()), calendar).judge(settlement);
        return concluded(Cause.SETTLEMENT, settlement.settlementId(), nobody(licenses), licenses, ruling, placed);
    }

    /** The answer to a settlement whose id is still remembered (D3). */
    public Decided settleAgain(
            CustomerLicenses licenses,
            CatalogHistory catalogs,
            Settlement settlement,
            LogPlace place,
            FirstDecision first) {
        return first.isOf(ContentDigest.of(settlement))
                ? repeated(licenses, place, first)
                : reused(Cause.SETTLEMENT, settlement.settlementId(), nobody(licenses), licenses, catalogs, place);
    }

    /** What the begin of a month changes for the customer, timed at the boundary (M1, M3); empty if nothing. */
    public Optional<Decided> closeMonth(CustomerLicenses licenses, CatalogHistory catalogs, YearMonth month) {
        if (!licenses.month().isBefore(month)) {
            return Optional.empty();
        }
        Instant boundary = calendar.startOf(month);
        LogPlace place = LogPlace.ofClose(boundary, month, licenses.customerId());
        return new MonthClose(licenses, month, catalogs.inForceAt(boundary), calendar)
                .judge()
                .map(ruling ->
                        concluded(Cause.MONTH_CLOSE, month.toString(), nobody(licenses), licenses, ruling, place));
    }

    /** Closes every month between the one the licenses are of and the one of that instant, one after the other (M2). */
    public RolledOver rollOver(CustomerLicenses licenses, CatalogHistory catalogs, Instant at) {
        CustomerLicenses current = licenses;
        List<Decided> closes = new ArrayList<>();
        YearMonth last = calendar.monthOf(at);
        YearMonth month = licenses.month();
        while (canClose(current) && month.isBefore(last)) {
            month = month.plusMonths(1);
            Optional<Decided> close = closeMonth(current, catalogs, month);
            if (close.isPresent()) {
                closes.add(close.get());
                current = close.get().after();
            }
        }
        return new RolledOver(current, closes);
    }

    private static boolean canClose(CustomerLicenses licenses) {
        return licenses.isRegistered() && licenses.status() != LicenseStatus.INACTIVE;
    }

    public BusinessCalendar calendar() {
        return calendar;
    }

    /** The back office tells its decisions to the customer's partner. */
    private static Requester requester(CustomerLicenses licenses, Request request, LogPlace place) {
        return Requester.of(request, place.isFromBackOffice() ? licenses.partnerId() : request.partnerId());
    }

    private static Requester nobody(CustomerLicenses licenses) {
        return Requester.none(licenses.partnerId());
    }

    private static Decided repeated(CustomerLicenses licenses, LogPlace place, FirstDecision first) {
        return new Decided(first.decision().repeated(place.decisionId()), List.of(), licenses);
    }

    private Decided reused(
            Cause cause,
            String causeId,
            Requester requester,
            CustomerLicenses licenses,
            CatalogHistory catalogs,
            LogPlace place) {
        LogPlace placed = notBefore(licenses, place);
        Ruling ruling = Ruling.rejected(
                List.of(IdentityReasons.requestIdReused(causeId)),
                catalogs.inForceAt(placed.at()).version());
        return concluded(cause, causeId, requester, licenses, ruling, placed);
    }

    /** The decision of a ruling: the revision rises if anything that is shown has changed (D4). */
    private Decided concluded(
            Cause cause,
            String causeId,
            Requester requester,
            CustomerLicenses licenses,
            Ruling ruling,
            LogPlace place) {
        List<Effect> effects = ruling.allEffects();
        CustomerLicenses after = Fold.of(licenses, effects, place, calendar.monthOf(place.at()));
        Decision decision = new Decision(
                place.decisionId(),
                cause,
                causeId,
                licenses.customerId(),
                requester,
                ruling.outcome(),
                false,
                ruling.reasons(),
                effects,
                ruling.catalogVersion(),
                licenses.revision(),
                after.revision(),
                place.at());
        return new Decided(decision, ruling.charges(), after);
    }

    private LogPlace notBefore(CustomerLicenses licenses, LogPlace place) {
        return licenses.isRegistered() ? place.notBefore(calendar.startOf(licenses.month())) : place;
    }
}
