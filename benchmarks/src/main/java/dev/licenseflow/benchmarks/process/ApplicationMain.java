package dev.licenseflow.benchmarks.process;

import dev.licenseflow.processor.streams.LicenseProcessor;
import dev.licenseflow.processor.streams.StreamsProperties;
import dev.licenseflow.processor.topology.ProcessorSettings;
import dev.licenseflow.standalone.startup.LogFile;
import java.io.IOException;
import org.apache.kafka.streams.KafkaStreams;

/** The process of the application under test: the real processor, or its baseline with the same settings. */
public final class ApplicationMain {

    private static final int FAILED = 3;

    private ApplicationMain() {}

    public static void main(String[] args) throws IOException {
        ApplicationSettings settings = ApplicationSettings.of(args);
        LogFile.open(settings.stateDirectory().resolveSibling(settings.applicationId() + ".log"));
        switch (settings.contender()) {
            case OURS -> runOurs(settings);
            case BASELINE -> runBaseline(settings);
        }
        System.exit(0);
    }

    private static void runOurs(ApplicationSettings settings) throws IOException {
        try (LicenseProcessor processor =
                LicenseProcessor.of(settings.connection(), ProcessorSettings.DEFAULT, ApplicationMain::endOnError)) {
            processor.start();
            Readiness.announceAndWait(settings.applicationId());
        }
    }

    private static void runBaseline(ApplicationSettings settings) throws IOException {
        KafkaStreams streams = new KafkaStreams(
                BaselineTopology.of(Samples.read(settings.samples())), StreamsProperties.of(settings.connection()));
        try (streams) {
            streams.setStateListener((to, from) -> endOnError(to));
            streams.start();
            Readiness.announceAndWait(settings.applicationId());
        }
    }

    private static void endOnError(KafkaStreams.State state) {
        if (state == KafkaStreams.State.ERROR) {
            Runtime.getRuntime().halt(FAILED);
        }
    }
}
