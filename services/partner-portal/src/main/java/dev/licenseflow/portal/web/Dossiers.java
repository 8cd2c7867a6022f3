package dev.licenseflow.portal.web;

import dev.licenseflow.domain.decision.Effect;
import dev.licenseflow.domain.license.QuoteEnd;
import dev.licenseflow.portal.license.CustomerLine;
import dev.licenseflow.portal.license.DecisionRepository;
import dev.licenseflow.portal.license.JournalEntry;
import dev.licenseflow.portal.license.LicenseRepository;
import dev.licenseflow.portal.license.LicenseView;
import dev.licenseflow.portal.license.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** What is known of one customer of the signed-in person's partner; of any other, nothing. */
class Dossiers {

    private static final int PAGE_SIZE = 50;
    private static final int PAGES = 4;

    private final LicenseRepository customers;
    private final DecisionRepository journal;

    Dossiers(LicenseRepository customers, DecisionRepository journal) {
        this.customers = customers;
        this.journal = journal;
    }

    /** @throws ResponseStatusException 404 if the partner has no such customer */
    CustomerLine customer(String partnerId, String customerId) {
        return customers.find(partnerId, customerId).orElseThrow(() -> notFound(customerId));
    }

    /** @throws ResponseStatusException 404 if there is nothing to be seen of the customer's licenses */
    LicenseView licenses(CustomerLine line) {
        return line.licenses().orElseThrow(() -> notFound(line.customer().customerId()));
    }

    /**
     * A customer that begins, in any status: one that was confirmed twice is active the second time.
     *
     * @param customerId of one that is known already
     * @throws ResponseStatusException 404 if the partner has no such customer
     */
    Start start(String partnerId, @Nullable String customerId) {
        return new Start(Optional.ofNullable(customerId).map(id -> customer(partnerId, id)));
    }

    /** The decision about a request, with the request, if it is among the customer's latest. */
    Optional<JournalEntry> entry(String partnerId, String customerId, String requestId) {
        return first(partnerId, customerId, entry -> entry.decision().causeId().equals(requestId));
    }

    /** How the quote ended, if it has. */
    Optional<QuoteEnd> endOf(String partnerId, String customerId, String quoteId) {
        return first(partnerId, customerId, entry -> ended(entry, quoteId).isPresent())
                .flatMap(entry -> ended(entry, quoteId));
    }

    /** What changed the customer after that revision, the latest first. */
    List<JournalEntry> since(String partnerId, String customerId, long revision) {
        List<JournalEntry> since = new ArrayList<>();
        for (JournalEntry entry :
                journal.of(partnerId, customerId, 0, PAGE_SIZE).items()) {
            if (entry.decision().changesWhatIsShown() && entry.decision().revisionBefore() >= revision) {
                since.add(entry);
            }
        }
        return since;
    }

    private Optional<JournalEntry> first(String partnerId, String customerId, Predicate<JournalEntry> wanted) {
        for (int number = 0; number < PAGES; number++) {
            Page<JournalEntry> page = journal.of(partnerId, customerId, number, PAGE_SIZE);
            Optional<JournalEntry> found = page.items().stream().filter(wanted).findFirst();
            if (found.isPresent() || page.items().size() < PAGE_SIZE) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<QuoteEnd> ended(JournalEntry entry, String quoteId) {
        return entry.decision().effects().stream()
                .filter(Effect.QuoteEnded.class::isInstance)
                .map(Effect.QuoteEnded.class::cast)
                .filter(effect -> effect.quoteId().equals(quoteId))
                .map(Effect.QuoteEnded::end)
                .findFirst();
    }

    private static ResponseStatusException notFound(String customerId) {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, "No customer " + customerId);
    }
}
