package dev.licenseflow.system;

import dev.licenseflow.registry.RegistryServer;
import dev.licenseflow.standalone.broker.BrokerSettings;
import dev.licenseflow.standalone.startup.Ports;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A schema registry that runs.
 *
 * @param product whose it is
 * @param url what clients set as {@code schema.registry.url}
 * @param provisionOptions what {@code provision} has to be told, so that it can lock this one
 */
record Registry(String product, String url, List<String> provisionOptions, Runnable stop) {

    /** Ours, in this JVM. */
    static Registry ours(Path file) {
        RegistryServer server = RegistryServer.start(file, BrokerSettings.LOOPBACK, 0);
        return new Registry("the standalone's registry", server.url(), List.of(), server::close);
    }

    /**
     * Apicurio Registry in a process of its own, if the build unpacked it; it needs a later Java than the project does, so
     * it is there only where the environment variable {@code JAVA21_HOME} is set.
     */
    static Optional<Registry> apicurio(Path folder) throws Exception {
        Path java = Path.of(System.getProperty("apicurio.java.home", ""), "bin", "java");
        Path jar = Path.of(System.getProperty("apicurio.directory", ""), "quarkus-run.jar");
        if (!Files.isExecutable(java) || !Files.isRegularFile(jar)) {
            return Optional.empty();
        }
        int port = Ports.free(BrokerSettings.LOOPBACK);
        ServiceProcess server = ServiceProcess.start(
                folder,
                port,
                List.of(
                        java.toString(),
                        "-Xmx512m",
                        "-jar",
                        jar.toAbsolutePath().toString()),
                Map.of("QUARKUS_HTTP_HOST", BrokerSettings.LOOPBACK, "QUARKUS_HTTP_PORT", Integer.toString(port)));
        String path = "/apis/ccompat/v7";
        server.awaitAnswer(path + "/subjects");
        return Optional.of(
                new Registry("Apicurio Registry", server.url() + path, List.of("--read-only-registry"), server::close));
    }

    void close() {
        stop.run();
    }
}
