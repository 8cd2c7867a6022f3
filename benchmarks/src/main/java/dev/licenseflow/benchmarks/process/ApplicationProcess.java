package dev.licenseflow.benchmarks.process;

import dev.licenseflow.processor.processor.ProcessorSettings;
import dev.licenseflow.processor.streams.LicenseProcessor;
import dev.licenseflow.processor.streams.ProcessorConnection;
import dev.licenseflow.processor.streams.StreamsProperties;
import dev.licenseflow.standalone.startup.LogFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.KafkaStreams;

/**
 * The process of the application under test: the real processor, or its baseline with the same settings.
 *
 * @param applicationId its group and the prefix of its internal topics; a fresh one begins with no state
 * @param samples what the baseline writes; see {@link Samples}
 */
public record ApplicationProcess(
        Contender contender,
        String applicationId,
        String bootstrapServers,
        String registryUrl,
        Path stateDirectory,
        int partitions,
        int threads,
        Path samples) {

    private static final int FAILED = 3;

    /** Starts the process, with the same options for either contender and more. */
    public ChildJvm start(List<String> moreOptions) {
        List<String> options = new ArrayList<>(List.of("-Xms1g", "-Xmx1g"));
        options.addAll(moreOptions);
        return ChildJvm.start(ApplicationProcess.class, options, arguments());
    }

    public static void main(String[] args) throws IOException {
        ApplicationProcess application = of(args);
        LogFile.open(application.stateDirectory.resolveSibling(application.applicationId + ".log"));
        switch (application.contender) {
            case OURS -> application.runOurs();
            case BASELINE -> application.runBaseline();
        }
        System.exit(0);
    }

    private void runOurs() throws IOException {
        try (LicenseProcessor processor =
                LicenseProcessor.of(connection(), ProcessorSettings.DEFAULT, ApplicationProcess::endOnError)) {
            processor.start();
            ChildJvm.announceAndWait(applicationId);
        }
    }

    private void runBaseline() throws IOException {
        try (KafkaStreams streams =
                new KafkaStreams(BaselineTopology.of(Samples.read(samples)), StreamsProperties.of(connection()))) {
            streams.setStateListener((to, from) -> endOnError(to));
            streams.start();
            ChildJvm.announceAndWait(applicationId);
        }
    }

    private static void endOnError(KafkaStreams.State state) {
        if (state == KafkaStreams.State.ERROR) {
            Runtime.getRuntime().halt(FAILED);
        }
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

    static ApplicationProcess of(String[] args) {
        return new ApplicationProcess(
                Contender.valueOf(args[0]),
                args[1],
                args[2],
                args[3],
                Path.of(args[4]),
                Integer.parseInt(args[5]),
                Integer.parseInt(args[6]),
                Path.of(args[7]));
    }

    /** What is compared. */
    public enum Contender {
        /** The real processor. */
        OURS("ours"),
        /** One store read and write and three output records for each request: {@link BaselineTopology}. */
        BASELINE("baseline");

        private final String label;

        Contender(String label) {
            this.label = label;
        }

        /** Its name in the report, in its group and in its internal topics. */
        public String label() {
            return label;
        }
    }
}
