package dev.licenseflow.benchmarks;

import dev.licenseflow.benchmarks.measure.DrainWatch.Drain;
import dev.licenseflow.benchmarks.measure.DrainWatch.Section;
import dev.licenseflow.benchmarks.measure.Output;
import dev.licenseflow.benchmarks.measure.ProfileSummary;
import dev.licenseflow.benchmarks.process.ApplicationProcess.Contender;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Prints what was measured, as it comes, in tables for a person to read. */
final class ThroughputReport {

    private final PrintWriter out;
    private final Map<Contender, List<Drain>> drains = new EnumMap<>(Contender.class);
    private final Set<String> fingerprints = new HashSet<>();

    ThroughputReport(PrintWriter out) {
        this.out = out;
    }

    void progress(String what) {
        out.println("… " + what);
        out.flush();
    }

    void design(Output output, long requests) {
        fingerprints.add(output.fingerprint());
        out.println();
        out.println("  What the processor writes                     records per request   bytes per record");
        output.byTopic()
                .forEach((topic, traffic) -> out.printf(
                        "  %-50s %14.2f %18.0f%n",
                        topic, traffic.records() / (double) requests, traffic.bytesPerRecord()));
        out.printf("  %-50s %14.2f%n", "together", output.records() / (double) requests);
        out.printf(
                "  State per customer: %.0f bytes (%d customers). Decisions: %s%n%n",
                output.stateBytesPerCustomer(), output.customers(), output.outcomes());
        out.flush();
    }

    void drained(int round, Contender contender, Drain drain, Output output) {
        if (drains.isEmpty()) {
            out.println(
                    "                        the whole backlog                 after the warm-up             records");
            out.println("  round  who        records/s   CPU app + broker   records/s   CPU app + broker         out");
        }
        drains.computeIfAbsent(contender, key -> new ArrayList<>()).add(drain);
        if (contender == Contender.OURS) {
            fingerprints.add(output.fingerprint());
        }
        out.printf(
                "  %5d  %-9s %10.0f %11s %10.0f %12s %13d%n",
                round,
                contender.label(),
                drain.whole().recordsPerSecond(),
                cpu(drain.whole()),
                drain.warm().recordsPerSecond(),
                cpu(drain.warm()),
                output.records());
        out.flush();
    }

    private static String cpu(Section section) {
        return "%8.0f + %-5.0f".formatted(section.applicationCpuMicrosPerRecord(), section.brokerCpuMicrosPerRecord());
    }

    void ratios() {
        out.println("  CPU in µs per record, of the application's and of the broker's process.");
        out.println();
        out.println("  ours / baseline                 the whole backlog      after the warm-up");
        ratio("records/s", Section::recordsPerSecond);
        ratio("CPU, application", Section::applicationCpuMicrosPerRecord);
        ratio("CPU, both", Section::cpuMicrosPerRecord);
        out.println("  Median of the rounds, least and most in brackets.");
        out.println();
        out.println("  Each request got exactly one decision, in order, in every drain; the decisions were "
                + (fingerprints.size() == 1 ? "the same byte for byte." : "NOT the same byte for byte."));
        out.println();
        out.flush();
    }

    private void ratio(String what, ToDoubleFunction<Section> value) {
        out.printf(
                "  %-30s %-22s %s%n",
                what,
                ratios(drain -> value.applyAsDouble(drain.whole())),
                ratios(drain -> value.applyAsDouble(drain.warm())));
    }

    private String ratios(ToDoubleFunction<Drain> value) {
        List<Drain> ours = drains.getOrDefault(Contender.OURS, List.of());
        List<Drain> baseline = drains.getOrDefault(Contender.BASELINE, List.of());
        return spread(IntStream.range(0, ours.size())
                .mapToDouble(round -> value.applyAsDouble(ours.get(round)) / value.applyAsDouble(baseline.get(round)))
                .toArray());
    }

    /** The median of at least one value, the least and the most, as {@code 0.87 (0.85 to 0.90)}. */
    static String spread(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double median = (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
        return "%.2f (%.2f to %.2f)".formatted(median, sorted[0], sorted[sorted.length - 1]);
    }

    void profile(Contender contender, ProfileSummary summary) {
        out.println();
        out.println("Where the time goes, " + contender.label() + ": " + summary.text());
        out.flush();
    }
}
