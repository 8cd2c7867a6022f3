package dev.licenseflow.benchmarks.process;

/** What is compared. */
public enum Contender {
    /** The real processor. */
    OURS,
    /** One store read and write and three output records for each request: {@link BaselineTopology}. */
    BASELINE;

    /** As it is called in the report and in the names of its group and its internal topics. */
    public String label() {
        return switch (this) {
            case OURS -> "ours";
            case BASELINE -> "baseline";
        };
    }
}
