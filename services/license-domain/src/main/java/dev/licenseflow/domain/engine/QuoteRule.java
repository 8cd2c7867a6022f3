package dev.licenseflow.domain.engine;

import dev.licenseflow.domain.charge.ChargeIssue;
import dev.licenseflow.domain.charge.ChargeKind;
import dev.licenseflow.domain.charge.Quote;
import dev.licenseflow.domain.decision.Effect;
import dev.licenseflow.domain.decision.Reason;
import dev.licenseflow.domain.license.CustomerLicenses;
import dev.licenseflow.domain.license.LatestQuote;
import dev.licenseflow.domain.license.Quantities;
import dev.licenseflow.domain.license.QuoteEnd;
import dev.licenseflow.domain.reason.QuoteReasons;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Confirms or declines the customer's latest quote (K3). */
final class QuoteRule {

    private QuoteRule() {}

    static Ruling confirm(Situation situation, String quoteId) {
        List<Reason> reasons = reasons(situation, quoteId);
        StandingCheck.requireNotCancelled(situation, reasons);
        if (!reasons.isEmpty()) {
            return situation.rejected(reasons);
        }
        Quote quote = situation.licenses().quote().open().orElseThrow();
        return situation.unlessRefused(quote.totalCents(), () -> confirmed(situation, quote));
    }

    static Ruling decline(Situation situation, String quoteId) {
        List<Reason> reasons = reasons(situation, quoteId);
        return situation.unlessRejected(
                reasons, () -> situation.applied(new Effect.QuoteEnded(quoteId, QuoteEnd.DECLINED)));
    }

    /** The quoted amounts stand, and with them the catalog version that gave them. */
    private static Ruling confirmed(Situation situation, Quote quote) {
        SortedMap<String, Quantities> after =
                LineCheck.applied(quote.changes(), situation.licenses().products());
        List<Effect> effects = new ArrayList<>();
        effects.add(new Effect.QuoteEnded(quote.quoteId(), QuoteEnd.CONFIRMED));
        effects.addAll(ChangeRule.effects(situation, quote.changes(), after));
        ChargeIssue asQuoted =
                situation.issue(ChargeKind.ADDITION, quote.catalogVersion(), Optional.of(quote.quoteId()));
        return Ruling.applied(effects, asQuoted.charges(quote.lines()), quote.catalogVersion());
    }

    private static List<Reason> reasons(Situation situation, String quoteId) {
        List<Reason> reasons = StandingCheck.revisionAndChannel(situation);
        quoteReason(situation, quoteId).ifPresent(reasons::add);
        return reasons;
    }

    /** A quote is in one state at a time: the states are looked at from the most final to the least. */
    private static Optional<Reason> quoteReason(Situation situation, String quoteId) {
        LatestQuote latest = situation.licenses().quote();
        if (!latest.latestId().equals(Optional.of(quoteId))) {
            return Optional.of(QuoteReasons.quoteUnknown(quoteId, latest.latestId()));
        }
        return latest.match(
                Optional::empty, open -> openReason(situation, open), closed -> Optional.of(closedReason(closed)));
    }

    private static Reason closedReason(LatestQuote.Closed closed) {
        return switch (closed.end()) {
            case CONFIRMED, DECLINED -> QuoteReasons.quoteClosed(closed.quoteId(), closed.end());
            case EXPIRED -> QuoteReasons.quoteExpiredWithItsMonth(closed.quoteId());
        };
    }

    private static Optional<Reason> openReason(Situation situation, LatestQuote.Open open) {
        Quote quote = open.quote();
        if (!situation.at().isBefore(quote.validUntil())) {
            return Optional.of(QuoteReasons.quoteExpired(quote.quoteId(), quote.validUntil()));
        }
        Map<String, String> changed = changedSince(open, situation.licenses());
        return changed.isEmpty()
                ? Optional.empty()
                : Optional.of(QuoteReasons.quoteStale(
                        quote.quoteId(), changed, ChangeRule.totalNowCents(situation, quote.changes())));
    }

    /** What differs from when the quote was made; a settlement alone does not show here. */
    private static Map<String, String> changedSince(LatestQuote.Open open, CustomerLicenses now) {
        Map<String, String> changed = new TreeMap<>();
        note(changed, "products", words(open.products()), words(now.products()));
        note(changed, "status", open.status().name(), now.status().name());
        note(
                changed,
                "renewalMethod",
                open.renewalMethod().name(),
                now.renewalMethod().name());
        note(changed, "partnerId", open.partnerId(), now.partnerId());
        return changed;
    }

    private static void note(Map<String, String> changed, String what, String before, String now) {
        if (!before.equals(now)) {
            changed.put(what, before + " -> " + now);
        }
    }

    private static String words(SortedMap<String, Quantities> products) {
        List<String> words = new ArrayList<>();
        products.forEach((code, both) -> words.add(code + ":" + both.active() + "/" + both.next()));
        return String.join(" ", words);
    }
}
