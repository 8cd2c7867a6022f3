package dev.licenseflow.portal.license;

/** The decisions on a customer, each once: repetitions are left out. A decision is told to one partner only. */
public interface Journal {

    /** The newest first; of another partner's customer those alone that refuse what this partner asked. */
    Page<JournalEntry> of(String partnerId, String customerId, int page, int size);
}
