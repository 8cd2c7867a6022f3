package dev.licenseflow.benchmarks.process;

import dev.licenseflow.registry.RegistryServer;
import dev.licenseflow.standalone.broker.BrokerSettings;
import dev.licenseflow.standalone.broker.EmbeddedBroker;
import dev.licenseflow.standalone.startup.LogFile;
import java.io.IOException;
import java.nio.file.Path;

/** The process of the broker and the schema registry; says {@code bootstrapServers registryUrl}. */
public final class BrokerMain {

    private BrokerMain() {}

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        LogFile.open(folder.resolveSibling("broker.log"));
        EmbeddedBroker broker = EmbeddedBroker.start(folder, BrokerSettings.onFreePorts());
        RegistryServer registry =
                RegistryServer.start(broker.dataFolder().resolve("schemas.jsonl"), BrokerSettings.LOOPBACK, 0);
        Readiness.announceAndWait(broker.bootstrapServers() + " " + registry.url());
        // Its folder is thrown away, so there is nothing to bring to an end.
        Runtime.getRuntime().halt(0);
    }
}
