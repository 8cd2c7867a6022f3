package dev.licenseflow.benchmarks;

import dev.licenseflow.benchmarks.measure.Drain;
import dev.licenseflow.benchmarks.measure.Output;
import dev.licenseflow.benchmarks.measure.ProfileSummary;
import dev.licenseflow.benchmarks.measure.Spread;
import dev.licenseflow.benchmarks.measure.Stretch;
import dev.licenseflow.benchmarks.process.Contender;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/** Prints what was measured, as it comes, in tables for a person to read. */
public final class ThroughputReport {

    private final PrintWriter out;
    private final Map<Contender, List<Drain>> drains = new EnumMap<>(Contender.class);
    private final Set<String> fingerprints = new HashSet<>();
    private boolean headed;

    public ThroughputReport(PrintWriter out) {
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
        double records = 0;
        for (Map.Entry<String, Output.Traffic> topic : output.byTopic().entrySet()) {
            double perRequest = topic.getValue().records() / (double) requests;
            records += perRequest;
            out.printf(
                    "  %-50s %14.2f %18.0f%n",
                    topic.getKey(), perRequest, topic.getValue().bytesPerRecord());
        }
        out.printf("  %-50s %14.2f%n", "together", records);
        out.printf(
                "  State per customer: %.0f bytes (%d customers). Decisions: %s%n%n",
                output.stateBytesPerCustomer(), output.customers(), output.outcomes());
        out.flush();
    }

    void drained(int round, Contender contender, Drain drain, Output output) {
        if (!headed) {
            headed = true;
            out.println(
                    "                        the whole backlog                 after the warm-up             records");
            out.println("  round  who        records/s   CPU app + broker   records/s   CPU app + broker         out");
        }
        drains.computeIfAbsent(contender, key -> new ArrayList<>()).add(drain);
        if (contender == Contender.OURS) {
            fingerprints.add(output.fingerprint());
        }
        long written = output.byTopic().values().stream()
                .mapToLong(Output.Traffic::records)
                .sum();
        out.printf(
                "  %5d  %-9s %10.0f %11s %10.0f %12s %13d%n",
                round,
                contender.label(),
                drain.whole().rate(),
                cpu(drain.whole()),
                drain.warm().rate(),
                cpu(drain.warm()),
                written);
        out.flush();
    }

    private static String cpu(Stretch stretch) {
        return "%8.0f + %-5.0f".formatted(stretch.applicationCpuMicrosPerRecord(), stretch.brokerCpuMicrosPerRecord());
    }

    void ratios() {
        out.println("  CPU in µs per record, of the application's and of the broker's process.");
        out.println();
        out.println("  ours / baseline                 the whole backlog      after the warm-up");
        ratio("records/s", Stretch::rate);
        ratio("CPU, application", Stretch::applicationCpuMicrosPerRecord);
        ratio("CPU, both", Stretch::cpuMicrosPerRecord);
        out.println("  Median of the rounds, least and most in brackets.");
        out.println();
        out.println("  Each request got exactly one decision, in order, in every drain; the decisions were "
                + (fingerprints.size() == 1 ? "the same byte for byte." : "NOT the same byte for byte."));
        out.println();
        out.flush();
    }

    private void ratio(String what, ToDoubleFunction<Stretch> value) {
        out.printf(
                "  %-30s %-22s %s%n",
                what,
                ratio(drain -> value.applyAsDouble(drain.whole())).text(),
                ratio(drain -> value.applyAsDouble(drain.warm())).text());
    }

    void profile(Contender contender, ProfileSummary summary) {
        out.println();
        out.println("Where the time goes, " + contender.label() + ": " + summary.text());
        out.flush();
    }

    private Spread ratio(ToDoubleFunction<Drain> value) {
        List<Drain> ours = drains.getOrDefault(Contender.OURS, List.of());
        List<Drain> baseline = drains.getOrDefault(Contender.BASELINE, List.of());
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < ours.size(); round++) {
            ratios.add(value.applyAsDouble(ours.get(round)) / value.applyAsDouble(baseline.get(round)));
        }
        return Spread.of(ratios);
    }
}
