package dev.licenseflow.portal.license;

import java.util.Optional;

/** The decisions on a customer, each once: repetitions are left out. */
public interface Journal {

    /** The newest first; nothing for a customer of another partner. */
    Page<JournalEntry> of(String partnerId, String customerId, int page, int size);

    Optional<JournalEntry> latest(String customerId);
}
