package dev.licenseflow.benchmarks.process;

import dev.licenseflow.processor.streams.ProcessorConnection;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What an application process is told.
 *
 * @param applicationId its group and the prefix of its internal topics; a fresh one begins with no state
 * @param samples what the baseline writes; see {@link Samples}
 */
public record ApplicationSettings(
        Contender contender,
        String applicationId,
        String bootstrapServers,
        String registryUrl,
        Path stateDirectory,
        int partitions,
        int threads,
        Path samples) {

    static ApplicationSettings of(String[] args) {
        return new ApplicationSettings(
                Contender.valueOf(args[0]),
                args[1],
                args[2],
                args[3],
                Path.of(args[4]),
                Integer.parseInt(args[5]),
                Integer.parseInt(args[6]),
                Path.of(args[7]));
    }

    List<String> arguments() {
        return List.of(
                contender.name(),
                applicationId,
                bootstrapServers,
                registryUrl,
                stateDirectory.toString(),
                Integer.toString(partitions),
                Integer.toString(threads),
                samples.toString());
    }

    ProcessorConnection connection() {
        return new ProcessorConnection(
                bootstrapServers,
                Map.of("schema.registry.url", registryUrl),
                "",
                partitions,
                stateDirectory,
                threads,
                Map.of("application.id", applicationId));
    }

    /** Starts the process; the same options for either contender. */
    public ChildJvm start(List<String> moreOptions) {
        List<String> options = new ArrayList<>(List.of("-Xms1g", "-Xmx1g"));
        options.addAll(moreOptions);
        return ChildJvm.start(ApplicationMain.class, options, arguments());
    }
}
