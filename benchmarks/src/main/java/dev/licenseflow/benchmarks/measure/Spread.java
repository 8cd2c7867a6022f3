package dev.licenseflow.benchmarks.measure;

import java.util.Collection;

/** The middle of several measurements, and how far they lie apart. */
public record Spread(double median, double min, double max) {

    /**
     * The spread of some values.
     *
     * @throws IllegalArgumentException if there is nothing to summarise
     */
    public static Spread of(Collection<Double> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("There is no median of nothing");
        }
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int middle = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new Spread(median, sorted[0], sorted[sorted.length - 1]);
    }

    /** As {@code 0.87 (0.85 to 0.90)}. */
    public String text() {
        return "%.2f (%.2f to %.2f)".formatted(median, min, max);
    }
}
