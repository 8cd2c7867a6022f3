package dev.licenseflow.benchmarks.measure;

import java.time.Duration;
import java.time.Instant;

/** A part of a backlog, between two commits that were seen: how long it took, and the processor time used meanwhile. */
public record Stretch(
        long records, Duration time, Duration applicationCpu, Duration brokerCpu, Instant begin, Instant end) {

    /** Records per second. */
    public double rate() {
        return records * 1e9 / time.toNanos();
    }

    /** Of the application's process, its compiler and collector included. */
    public double applicationCpuMicrosPerRecord() {
        return applicationCpu.toNanos() / 1e3 / records;
    }

    /** Of the broker's process. */
    public double brokerCpuMicrosPerRecord() {
        return brokerCpu.toNanos() / 1e3 / records;
    }

    /** Of both. */
    public double cpuMicrosPerRecord() {
        return applicationCpuMicrosPerRecord() + brokerCpuMicrosPerRecord();
    }
}
