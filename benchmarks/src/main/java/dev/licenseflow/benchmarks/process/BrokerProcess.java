package dev.licenseflow.benchmarks.process;

import dev.licenseflow.messaging.publishing.KafkaAccess;
import dev.licenseflow.registry.RegistryServer;
import dev.licenseflow.standalone.broker.BrokerSettings;
import dev.licenseflow.standalone.broker.EmbeddedBroker;
import dev.licenseflow.standalone.startup.LogFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The broker and the schema registry, in a process of their own. */
public record BrokerProcess(ChildJvm process, KafkaAccess access) implements AutoCloseable {

    /** Starts both in the folder. */
    public static BrokerProcess start(Path folder) {
        ChildJvm process = ChildJvm.start(BrokerProcess.class, List.of("-Xmx1g"), List.of(folder.toString()));
        String[] addresses = process.firstLine().split(" ", 2);
        return new BrokerProcess(process, KafkaAccess.of(addresses[0], addresses[1]));
    }

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        LogFile.open(folder.resolveSibling("broker.log"));
        EmbeddedBroker broker = EmbeddedBroker.start(folder, BrokerSettings.onFreePorts());
        RegistryServer registry = RegistryServer.start(folder.resolve("schemas.jsonl"), BrokerSettings.LOOPBACK, 0);
        ChildJvm.announceAndWait(broker.bootstrapServers() + " " + registry.url());
        // Its folder is deleted, so a clean stop is not needed.
        Runtime.getRuntime().halt(0);
    }

    public Duration cpu() {
        return process.cpu();
    }

    @Override
    public void close() {
        process.kill();
    }
}
