package dev.licenseflow.portal.catalog;

import dev.licenseflow.domain.catalog.CatalogVersion;
import java.time.Instant;

/** The catalog, as far as the portal has read it. */
@FunctionalInterface
public interface CurrentCatalog {

    /** The version in force at that instant (rule C2); {@link CatalogVersion#NONE} before the first, or until it is read. */
    CatalogVersion at(Instant instant);
}
