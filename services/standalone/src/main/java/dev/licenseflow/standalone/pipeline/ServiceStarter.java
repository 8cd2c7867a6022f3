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

/** Starts the services of a pipeline, each with the addresses of those that it talks to. */
record ServiceStarter(
        StandaloneSettings settings, FolderSettings made, KafkaAccess access, Consumer<StartPhase> progress) {

    SpringService processor(DataFolder folder) {
        progress.accept(StartPhase.PROCESSOR);
        Map<String, Object> properties = common();
        properties.put("licenseflow.state-directory", folder.resolve("state"));
        properties.put("licenseflow.partitions", made.partitions());
        int port = settings.ports().processor();
        return SpringService.start(
                "license processor", ProcessorApplication.builder(), "processor", settings.host(), port, properties);
    }

    SpringService ledger(EmbeddedDatabase database) {
        progress.accept(StartPhase.LEDGER);
        int port = settings.ports().ledger();
        return SpringService.start(
                "billing ledger",
                LedgerApplication.builder(),
                "ledger",
                settings.host(),
                port,
                with(database, "billing"));
    }

    SpringService portal(EmbeddedDatabase database, int processorPort) {
        progress.accept(StartPhase.PORTAL);
        Map<String, Object> properties = with(database, DemoPast.PORTAL_DATABASE);
        properties.put("licenseflow.processor-url", settings.address(processorPort));
        int port = settings.ports().portal();
        return SpringService.start(
                "partner portal", PortalApplication.builder(), "portal", settings.host(), port, properties);
    }

    private Map<String, Object> with(EmbeddedDatabase database, String name) {
        Map<String, Object> properties = common();
        // Only one process at a time has the data folder and so this cluster: there is no other instance.
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
