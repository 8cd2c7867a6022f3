package dev.licenseflow.processor.processor;

import dev.licenseflow.domain.engine.LicenseEngine;
import dev.licenseflow.domain.month.BusinessCalendar;
import dev.licenseflow.messaging.publishing.CatalogProjection;
import dev.licenseflow.messaging.topic.LicensingTopics;
import dev.licenseflow.processor.topology.ProcessorSettings;

/** What the steps of all partitions have in common. */
public record StepParts(
        LicenseEngine engine, CatalogProjection catalogs, LicensingTopics topics, ProcessorSettings settings) {

    BusinessCalendar calendar() {
        return engine.calendar();
    }
}
