package dev.licenseflow.domain.license;

import dev.licenseflow.domain.charge.Quote;
import dev.licenseflow.domain.request.RenewalMethod;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.function.Supplier;

/** The latest quote of a customer: only that one can be confirmed (K3). */
public sealed interface LatestQuote {

    <R> R match(Supplier<R> none, Function<Open, R> open, Function<Closed, R> closed);

    /** The quote, if it is open. */
    default Optional<Quote> open() {
        return match(Optional::empty, open -> Optional.of(open.quote()), closed -> Optional.empty());
    }

    /** Its id, if the customer ever had a quote. */
    default Optional<String> latestId() {
        return match(
                Optional::empty, open -> Optional.of(open.quote().quoteId()), closed -> Optional.of(closed.quoteId()));
    }

    /** The customer never had a quote. */
    record None() implements LatestQuote {
        @Override
        public <R> R match(Supplier<R> none, Function<Open, R> open, Function<Closed, R> closed) {
            return none.get();
        }
    }

    /** Neither confirmed nor declined, with what it was made from: if that has changed since, it is stale. */
    record Open(
            Quote quote,
            SortedMap<String, Quantities> products,
            LicenseStatus status,
            RenewalMethod renewalMethod,
            String partnerId)
            implements LatestQuote {
        @Override
        public <R> R match(Supplier<R> none, Function<Open, R> open, Function<Closed, R> closed) {
            return open.apply(this);
        }
    }

    /** Came to its end; nothing but the id and the end is kept. */
    record Closed(String quoteId, QuoteEnd end) implements LatestQuote {
        @Override
        public <R> R match(Supplier<R> none, Function<Open, R> open, Function<Closed, R> closed) {
            return closed.apply(this);
        }
    }
}
