package dev.licenseflow.benchmarks;

import dev.licenseflow.benchmarks.measure.CommittedRecords;
import dev.licenseflow.benchmarks.measure.DrainWatch;
import dev.licenseflow.benchmarks.measure.Output;
import dev.licenseflow.benchmarks.measure.ProfileSummary;
import dev.licenseflow.benchmarks.process.ApplicationProcess;
import dev.licenseflow.benchmarks.process.ApplicationProcess.Contender;
import dev.licenseflow.benchmarks.process.BenchmarkTopics;
import dev.licenseflow.benchmarks.process.BrokerProcess;
import dev.licenseflow.benchmarks.process.ChildJvm;
import dev.licenseflow.benchmarks.process.ScratchFolder;
import dev.licenseflow.benchmarks.workload.Answers;
import dev.licenseflow.benchmarks.workload.Backlog;
import dev.licenseflow.benchmarks.workload.RequestMix;
import dev.licenseflow.domain.catalog.CatalogFault;
import dev.licenseflow.domain.catalog.CatalogVersion;
import dev.licenseflow.messaging.json.CatalogYaml;
import dev.licenseflow.messaging.publishing.CatalogTopic;
import dev.licenseflow.messaging.topic.LicensingTopics;
import dev.licenseflow.standalone.startup.LogFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;

/**
 * Drains the same backlog several times, alternating between the real processor and the baseline, each time in a fresh
 * process with fresh state. The first drain is not counted: it warms the broker up and measures the sizes that the
 * baseline has to write.
 */
final class ThroughputBenchmark {

    private final ThroughputCommand options;
    private final ScratchFolder scratch;
    private final BrokerProcess broker;
    private final BenchmarkTopics topics;
    private final DrainWatch watch;
    private final Answers expected;
    private final ThroughputReport report;
    private int runs;

    private ThroughputBenchmark(
            ThroughputCommand options,
            ScratchFolder scratch,
            BrokerProcess broker,
            Admin admin,
            ThroughputReport report) {
        this.options = options;
        this.scratch = scratch;
        this.broker = broker;
        this.report = report;
        this.topics = new BenchmarkTopics(admin, options.partitions);
        topics.create();
        publishCatalog();
        this.expected =
                Backlog.write(broker.access(), new RequestMix(options.seed, options.backlog(), options.customers()));
        try (CommittedRecords records = new CommittedRecords(broker.access())) {
            this.watch = new DrainWatch(
                    admin, broker, records.ends(List.of(LicensingTopics.REQUESTS.name())), options.warmUp());
        }
    }

    /** Runs all of it in a temporary folder, which is deleted at the end, and also when the process is interrupted. */
    static void run(ThroughputCommand options, ThroughputReport report) throws InterruptedException {
        ScratchFolder scratch = ScratchFolder.create();
        LogFile.open(scratch.resolve("bench.log"));
        BrokerProcess broker = BrokerProcess.start(scratch.resolve("broker"));
        Runnable cleaning = () -> {
            broker.close();
            scratch.delete();
        };
        Thread cleaningAtExit = new Thread(cleaning);
        Runtime.getRuntime().addShutdownHook(cleaningAtExit);
        try (Admin admin = Admin.create(broker.access().clientProperties())) {
            report.progress("Writing the backlog");
            new ThroughputBenchmark(options, scratch, broker, admin, report).run();
        } catch (IllegalStateException failure) {
            throw new IllegalStateException(failure.getMessage() + "; the logs are in " + scratch.keepLogs(), failure);
        } finally {
            Runtime.getRuntime().removeShutdownHook(cleaningAtExit);
            cleaning.run();
        }
    }

    private void run() throws InterruptedException {
        report.progress("Warming up, and measuring what the processor writes");
        report.design(drain(Contender.OURS, 0, List.of()).output(), expected.count());
        for (int round = 1; round <= options.rounds; round++) {
            for (Contender contender : order(round)) {
                report.progress("Round %d of %d: %s".formatted(round, options.rounds, contender.label()));
                Result result = drain(contender, round, List.of());
                report.drained(round, contender, result.drain(), result.output());
            }
        }
        report.ratios();
        if (options.profile) {
            profile();
        }
    }

    /** Each is first in every other round, so that neither always has the busier or the emptier machine. */
    private static List<Contender> order(int round) {
        return round % 2 == 1
                ? List.of(Contender.OURS, Contender.BASELINE)
                : List.of(Contender.BASELINE, Contender.OURS);
    }

    private void profile() throws InterruptedException {
        for (Contender contender : Contender.values()) {
            report.progress("Recording a profile: " + contender.label());
            Path recording = scratch.resolve(contender.label() + ".jfr");
            Result result = drain(contender, options.rounds + 1, ProfileSummary.recordingOptions(recording));
            report.profile(
                    contender, ProfileSummary.of(recording, result.drain().warm()));
        }
    }

    private Result drain(Contender contender, int round, List<String> jvmOptions) throws InterruptedException {
        runs++;
        String applicationId = "bench-%s-%d".formatted(contender.label(), runs);
        String state = applicationId + "-state";
        Path samples = scratch.resolve("samples");
        try (CommittedRecords records = new CommittedRecords(broker.access())) {
            Map<TopicPartition, Long> before = records.ends(topics.writtenBy(contender, applicationId));
            ApplicationProcess process = new ApplicationProcess(
                    contender,
                    applicationId,
                    broker.access().bootstrapServers(),
                    Objects.requireNonNull(broker.access().registry().get("schema.registry.url")),
                    scratch.resolve(state),
                    options.partitions,
                    options.threads,
                    samples);
            DrainWatch.Drain drain;
            try (ChildJvm application = process.start(jvmOptions)) {
                drain = watch.await(applicationId, application);
            }
            Output output = new Output(LicensingTopics.of(broker.access().registry()));
            records.read(topics.writtenBy(contender, applicationId), before, output::add);
            check(contender, output);
            if (round == 0) {
                output.samples(applicationId).write(samples);
            }
            topics.deleteInternalOf(applicationId);
            scratch.delete(state);
            return new Result(drain, output);
        }
    }

    private void check(Contender contender, Output output) {
        switch (contender) {
            case OURS -> {
                long wrong = output.answers().differencesTo(expected);
                if (output.answers().count() != expected.count() || wrong > 0) {
                    throw new IllegalStateException(
                            "%d requests got %d decisions; for %d customers they are not one for each, in order"
                                    .formatted(
                                            expected.count(), output.answers().count(), wrong));
                }
            }
            case BASELINE -> {
                if (output.records() != 4 * expected.count()) {
                    throw new IllegalStateException("The baseline wrote %d records for %d requests"
                            .formatted(output.records(), expected.count()));
                }
            }
        }
    }

    private void publishCatalog() {
        List<CatalogFault> faults = new CatalogTopic(broker.access(), Duration.ofMinutes(1)).publish(catalog());
        if (!faults.isEmpty()) {
            throw new IllegalStateException("The benchmark's catalog has faults: " + faults);
        }
    }

    static CatalogVersion catalog() {
        try (InputStream resource =
                Objects.requireNonNull(ThroughputBenchmark.class.getResourceAsStream("catalog.yaml"))) {
            return CatalogYaml.parse(new String(resource.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Result(DrainWatch.Drain drain, Output output) {}
}
