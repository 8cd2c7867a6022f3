package dev.licenseflow.domain.catalog;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All accepted catalog versions in order. A request is decided by the version with the latest {@code effectiveFrom} at
 * or before its time, so a replay does not see later prices (C2).
 */
public final class CatalogHistory {

    /** A history without any version. */
    public static final CatalogHistory EMPTY = new CatalogHistory(List.of());

    private final List<CatalogVersion> versions;

    private CatalogHistory(List<CatalogVersion> versions) {
        this.versions = List.copyOf(versions);
    }

    /**
     * The history that versions make in the order in which they were published. A version that is invalid, not the next
     * one, or published too late is refused, and stays refused: what comes after it does not change that (C2).
     *
     * @param published in the order of the log
     * @param publishMargin how long before it takes effect a version has to be known
     */
    public static CatalogHistory of(List<PublishedCatalog> published, Duration publishMargin) {
        CatalogHistory history = EMPTY;
        for (PublishedCatalog candidate : published) {
            history = history.with(candidate, publishMargin);
        }
        return history;
    }

    /** This history with one more version, or this one if {@link #faults} speak against it. */
    public CatalogHistory with(PublishedCatalog candidate, Duration publishMargin) {
        if (!faults(candidate, publishMargin).isEmpty()) {
            return this;
        }
        List<CatalogVersion> longer = new ArrayList<>(versions);
        longer.add(candidate.catalog());
        return new CatalogHistory(longer);
    }

    /** Every reason for which the version cannot follow this history; none if it can (C2, C3). */
    public List<CatalogFault> faults(PublishedCatalog candidate, Duration publishMargin) {
        List<CatalogFault> faults = new ArrayList<>(CatalogRules.faults(candidate.catalog(), latest()));
        CatalogRules.lateness(candidate.catalog(), candidate.publishedAt(), publishMargin)
                .ifPresent(faults::add);
        return List.copyOf(faults);
    }

    /** The version in force at that instant; {@link CatalogVersion#NONE} before the first. */
    public CatalogVersion inForceAt(Instant at) {
        for (int i = versions.size() - 1; i >= 0; i--) {
            if (!versions.get(i).effectiveFrom().isAfter(at)) {
                return versions.get(i);
            }
        }
        return CatalogVersion.NONE;
    }

    public Optional<CatalogVersion> latest() {
        return versions.isEmpty() ? Optional.empty() : Optional.of(versions.get(versions.size() - 1));
    }

    public Optional<CatalogVersion> version(int number) {
        return versions.stream().filter(one -> one.version() == number).findFirst();
    }

    /** All versions, the first one first. */
    public List<CatalogVersion> versions() {
        return versions;
    }
}
