package dev.licenseflow.benchmarks.measure;

/**
 * One backlog worked off.
 *
 * @param whole from the first commit that was seen to the last, in a JVM that has just started
 * @param warm what came after the warm-up, by when most of the code is compiled
 */
public record Drain(Stretch whole, Stretch warm) {}
