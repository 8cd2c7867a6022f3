package dev.licenseflow.benchmarks;

import dev.licenseflow.benchmarks.measure.CommittedRecords;
import dev.licenseflow.benchmarks.measure.Drain;
import dev.licenseflow.benchmarks.measure.DrainWatch;
import dev.licenseflow.benchmarks.measure.Output;
import dev.licenseflow.benchmarks.measure.ProfileSummary;
import dev.licenseflow.benchmarks.process.ApplicationSettings;
import dev.licenseflow.benchmarks.process.BenchmarkTopics;
import dev.licenseflow.benchmarks.process.Broker;
import dev.licenseflow.benchmarks.process.ChildJvm;
import dev.licenseflow.benchmarks.process.Contender;
import dev.licenseflow.benchmarks.process.ScratchFolder;
import dev.licenseflow.benchmarks.workload.Answers;
import dev.licenseflow.benchmarks.workload.Backlog;
import dev.licenseflow.benchmarks.workload.BenchmarkCatalog;
import dev.licenseflow.benchmarks.workload.RequestMix;
import dev.licenseflow.domain.catalog.CatalogFault;
import dev.licenseflow.messaging.publishing.CatalogTopic;
import dev.licenseflow.messaging.topic.LicensingTopics;
import dev.licenseflow.standalone.startup.LogFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;

/**
 * Drains the same backlog again and again, by turns with the real processor and with the baseline, each time in a fresh
 * process with fresh state. The very first drain is not counted: it warms the broker up and tells what sizes the
 * baseline has to write.
 */
public final class ThroughputBenchmark {

    private final ThroughputPlan plan;
    private final ScratchFolder scratch;
    private final Broker broker;
    private final BenchmarkTopics topics;
    private final DrainWatch watch;
    private final Answers expected;
    private final ThroughputReport report;
    private int runs;

    private ThroughputBenchmark(
            ThroughputPlan plan, ScratchFolder scratch, Broker broker, Admin admin, ThroughputReport report) {
        this.plan = plan;
        this.scratch = scratch;
        this.broker = broker;
        this.report = report;
        this.topics = new BenchmarkTopics(admin, plan.partitions());
        topics.create();
        publishCatalog();
        this.expected =
                new Backlog(broker.access()).write(new RequestMix(plan.seed(), plan.backlog(), plan.customers()));
        try (CommittedRecords records = new CommittedRecords(broker.access())) {
            this.watch = new DrainWatch(admin, broker, records.ends(List.of("licensing.requests")), plan.warmUp());
        }
    }

    /** Runs all of it in a temporary folder, which is deleted at the end, and also when the process is interrupted. */
    public static void run(ThroughputPlan plan, ThroughputReport report) throws InterruptedException {
        ScratchFolder scratch = ScratchFolder.create();
        LogFile.open(scratch.resolve("bench.log"));
        Broker broker = Broker.start(scratch);
        Runnable cleaning = () -> {
            broker.close();
            scratch.delete();
        };
        Thread cleaningAtExit = new Thread(cleaning);
        Runtime.getRuntime().addShutdownHook(cleaningAtExit);
        try (Admin admin = Admin.create(broker.access().clientProperties())) {
            report.progress("Writing the backlog");
            new ThroughputBenchmark(plan, scratch, broker, admin, report).run();
        } catch (IllegalStateException failure) {
            throw new IllegalStateException(failure.getMessage() + "; the logs are in " + scratch.keepLogs(), failure);
        } finally {
            Runtime.getRuntime().removeShutdownHook(cleaningAtExit);
            cleaning.run();
        }
    }

    private void run() throws InterruptedException {
        report.progress("Warming up, and measuring what the processor writes");
        Output measured = drain(Contender.OURS, 0, List.of()).output();
        report.design(measured, expected.count());
        for (int round = 1; round <= plan.rounds(); round++) {
            for (Contender contender : order(round)) {
                report.progress("Round %d of %d: %s".formatted(round, plan.rounds(), contender.label()));
                Result result = drain(contender, round, List.of());
                report.drained(round, contender, result.drain(), result.output());
            }
        }
        report.ratios();
        if (plan.profile()) {
            profile();
        }
    }

    /** Taking turns in being first, so that neither always has the busier or the emptier machine. */
    private static List<Contender> order(int round) {
        return round % 2 == 1
                ? List.of(Contender.OURS, Contender.BASELINE)
                : List.of(Contender.BASELINE, Contender.OURS);
    }

    private void profile() throws InterruptedException {
        for (Contender contender : Contender.values()) {
            report.progress("Recording a profile: " + contender.label());
            Path recording = scratch.resolve(contender.label() + ".jfr");
            Result result = drain(contender, plan.rounds() + 1, ProfileSummary.recordingOptions(recording));
            report.profile(
                    contender, ProfileSummary.of(recording, result.drain().warm()));
        }
    }

    private Result drain(Contender contender, int round, List<String> options) throws InterruptedException {
        runs++;
        String applicationId = "bench-%s-%d".formatted(contender.label(), runs);
        String state = applicationId + "-state";
        Path samples = scratch.resolve("samples");
        try (CommittedRecords records = new CommittedRecords(broker.access())) {
            Map<TopicPartition, Long> before = records.ends(topics.writtenBy(contender, applicationId));
            ApplicationSettings settings = new ApplicationSettings(
                    contender,
                    applicationId,
                    broker.access().bootstrapServers(),
                    Objects.requireNonNull(broker.access().registry().get("schema.registry.url")),
                    scratch.resolve(state),
                    plan.partitions(),
                    plan.threads(),
                    samples);
            Drain drain;
            try (ChildJvm application = settings.start(options)) {
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
                long written = output.byTopic().values().stream()
                        .mapToLong(Output.Traffic::records)
                        .sum();
                if (written != 4 * expected.count()) {
                    throw new IllegalStateException(
                            "The baseline wrote %d records for %d requests".formatted(written, expected.count()));
                }
            }
        }
    }

    private void publishCatalog() {
        List<CatalogFault> faults =
                new CatalogTopic(broker.access(), Duration.ofMinutes(1)).publish(BenchmarkCatalog.version());
        if (!faults.isEmpty()) {
            throw new IllegalStateException("The benchmark's catalog has faults: " + faults);
        }
    }

    private record Result(Drain drain, Output output) {}
}
