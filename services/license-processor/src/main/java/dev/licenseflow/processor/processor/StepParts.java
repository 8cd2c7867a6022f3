package dev.licenseflow.processor.processor;

import dev.licenseflow.domain.desk.LicenseDesk;
import dev.licenseflow.domain.month.BusinessCalendar;
import dev.licenseflow.messaging.publishing.CatalogProjection;
import dev.licenseflow.messaging.topic.LicensingTopics;
import dev.licenseflow.processor.topology.ProcessorSettings;

/** What the steps of all partitions have in common. */
public record StepParts(
        LicenseDesk desk, CatalogProjection catalogs, LicensingTopics topics, ProcessorSettings settings) {

    BusinessCalendar calendar() {
        return desk.calendar();
    }
}
