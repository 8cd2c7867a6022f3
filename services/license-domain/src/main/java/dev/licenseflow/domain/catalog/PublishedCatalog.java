package dev.licenseflow.domain.catalog;

import java.time.Instant;

/**
 * A catalog version as it stands on the catalog topic.
 *
 * @param publishedAt when the broker appended it (T1)
 */
public record PublishedCatalog(CatalogVersion catalog, Instant publishedAt) {}
