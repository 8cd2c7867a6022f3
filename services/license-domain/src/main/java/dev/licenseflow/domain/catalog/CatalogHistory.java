package dev.licenseflow.domain.catalog;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
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
     * The history that a set of published versions makes, whatever their order. A version that is invalid or was
     * published too late is refused, and with it the versions that would have followed it.
     *
     * @param publishMargin how long before it takes effect a version has to be known
     */
    public static CatalogHistory of(Collection<PublishedCatalog> published, Duration publishMargin) {
        CatalogHistory history = EMPTY;
        for (PublishedCatalog candidate : published.stream()
                .sorted(Comparator.comparingInt(
                        (PublishedCatalog one) -> one.catalog().version()))
                .toList()) {
            if (history.faults(candidate, publishMargin).isEmpty()) {
                history = history.with(candidate.catalog());
            }
        }
        return history;
    }

    /** Every reason for which the version cannot follow this history; none if it can (C2, C3). */
    public List<CatalogFault> faults(PublishedCatalog candidate, Duration publishMargin) {
        List<CatalogFault> faults = new ArrayList<>(CatalogRules.faults(candidate.catalog(), latest()));
        CatalogRules.lateness(candidate.catalog(), candidate.publishedAt(), publishMargin)
                .ifPresent(faults::add);
        return List.copyOf(faults);
    }

    private CatalogHistory with(CatalogVersion next) {
        List<CatalogVersion> longer = new ArrayList<>(versions);
        longer.add(next);
        return new CatalogHistory(longer);
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
