package dev.licenseflow.domain.reason;

import dev.licenseflow.domain.decision.Reason;
import dev.licenseflow.domain.decision.RejectionCode;
import dev.licenseflow.domain.license.QuoteEnd;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/** Reasons for which a quote can be neither confirmed nor declined (K3). */
public final class QuoteReasons {

    private QuoteReasons() {}

    public static Reason quoteUnknown(String quoteId, Optional<String> latestQuoteId) {
        Map<String, String> facts = new TreeMap<>();
        facts.put("quoteId", quoteId);
        latestQuoteId.ifPresent(latest -> facts.put("latestQuoteId", latest));
        return Reason.of(
                RejectionCode.QUOTE_UNKNOWN,
                facts,
                latestQuoteId
                        .map(latest -> "Este não é o último orçamento do cliente, que é " + latest + ".")
                        .orElse("O cliente não tem orçamento."),
                latestQuoteId
                        .map(latest -> "This is not the customer's latest quote, which is " + latest + ".")
                        .orElse("The customer has no quote."));
    }

    public static Reason quoteExpired(String quoteId, Instant validUntil) {
        return Reason.of(
                RejectionCode.QUOTE_EXPIRED,
                Map.of("quoteId", quoteId, "validUntil", validUntil.toString()),
                "O prazo do orçamento terminou; peça um novo.",
                "The quote is no longer valid; ask for a new one.");
    }

    public static Reason quoteExpiredWithItsMonth(String quoteId) {
        return Reason.of(
                RejectionCode.QUOTE_EXPIRED,
                Map.of("quoteId", quoteId),
                "O prazo do orçamento terminou com o mês; peça um novo.",
                "The quote ended with its month; ask for a new one.");
    }

    public static Reason quoteClosed(String quoteId, QuoteEnd end) {
        return Reason.of(
                RejectionCode.QUOTE_CLOSED,
                Map.of("quoteId", quoteId, "end", end.name()),
                "O orçamento já foi " + Words.of(end).pt() + ".",
                "The quote was " + Words.of(end).en() + " before.");
    }

    /**
     * The quote was made of something that is no longer so.
     *
     * @param changed what changed since, by name, each as {@code before -> after}
     * @param totalNowCents what the change would cost now, where it would still be possible
     */
    public static Reason quoteStale(String quoteId, Map<String, String> changed, OptionalLong totalNowCents) {
        Map<String, String> facts = new TreeMap<>(changed);
        facts.put("quoteId", quoteId);
        facts.put("changed", String.join(",", new TreeMap<>(changed).keySet()));
        totalNowCents.ifPresent(total -> facts.put("totalNowCents", Long.toString(total)));
        String pt = "O cliente mudou depois do orçamento";
        String en = "The customer has changed since the quote was made";
        return totalNowCents.isPresent()
                ? Reason.of(
                        RejectionCode.QUOTE_STALE,
                        facts,
                        pt + "; agora o total seria " + Money.pt(totalNowCents.getAsLong()) + ".",
                        en + "; the total would now be " + Money.en(totalNowCents.getAsLong()) + ".")
                : Reason.of(
                        RejectionCode.QUOTE_STALE,
                        facts,
                        pt + ", e a alteração já não é possível.",
                        en + ", and the change is no longer possible.");
    }
}
