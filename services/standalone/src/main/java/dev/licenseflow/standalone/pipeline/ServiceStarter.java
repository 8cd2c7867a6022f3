package dev.licenseflow.standalone.pipeline;

import dev.licenseflow.billing.spring.LedgerApplication;
import dev.licenseflow.messaging.publishing.KafkaAccess;
import dev.licenseflow.portal.spring.PortalApplication;
import dev.licenseflow.postgres.EmbeddedDatabase;
import dev.licenseflow.processor.spring.ProcessorApplication;
import dev.licenseflow.standalone.startup.DataFolder;
import dev.licenseflow.standalone.startup.FolderSettings;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Starts the services of a pipeline, each with what it needs to know of the others. */
record ServiceStarter(
        StandaloneSettings settings, FolderSettings made, KafkaAccess access, Consumer<StartPhase> progress) {

    SpringService processor(DataFolder folder) {
        progress.accept(StartPhase.PROCESSOR);
        Map<String, Object> properties = common();
        properties.put("licenseflow.state-directory", folder.resolve("state"));
        properties.put("licenseflow.partitions", made.partitions());
        return SpringService.start(
                "license processor",
                ProcessorApplication.builder(),
                "processor",
                settings.host(),
                settings.ports().processor(),
                properties);
    }

    SpringService ledger(EmbeddedDatabase database) {
        progress.accept(StartPhase.LEDGER);
        return SpringService.start(
                "billing ledger",
                LedgerApplication.builder(),
                "ledger",
                settings.host(),
                settings.ports().ledger(),
                with(database, "billing"));
    }

    SpringService portal(EmbeddedDatabase database, int processorPort) {
        progress.accept(StartPhase.PORTAL);
        Map<String, Object> properties = with(database, DemoPast.PORTAL_DATABASE);
        properties.put("licenseflow.processor-url", settings.address(processorPort));
        return SpringService.start(
                "partner portal",
                PortalApplication.builder(),
                "portal",
                settings.host(),
                settings.ports().portal(),
                properties);
    }

    private Map<String, Object> with(EmbeddedDatabase database, String name) {
        Map<String, Object> properties = common();
        // The cluster is the data folder's, and one process at a time has that: there is no other instance.
        properties.put("licenseflow.instance-id", "standalone");
        properties.put("licenseflow.database.url", database.database(name));
        properties.put("licenseflow.database.user", EmbeddedDatabase.USER);
        return properties;
    }

    private Map<String, Object> common() {
        return new HashMap<>(Map.of(
                "licenseflow.bootstrap-servers", access.bootstrapServers(),
                "licenseflow.registry[schema.registry.url]", access.registry().get("schema.registry.url"),
                "licenseflow.zone", made.zone().getId()));
    }
}
