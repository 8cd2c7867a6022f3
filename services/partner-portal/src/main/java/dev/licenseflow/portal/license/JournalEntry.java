package dev.licenseflow.portal.license;

import dev.licenseflow.domain.charge.ChargeLine;
import dev.licenseflow.domain.decision.Decision;
import dev.licenseflow.domain.request.Request;
import java.util.List;
import java.util.Optional;

/**
 * A decision with what explains it.
 *
 * @param request what was asked, if it was asked through this portal
 * @param charges what it cost, as far as the charges were read
 */
public record JournalEntry(Decision decision, Optional<Request> request, List<ChargeLine> charges) {

    public JournalEntry {
        charges = List.copyOf(charges);
    }
}
