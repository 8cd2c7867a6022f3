/** The benchmarks as commands. Each compares the pipeline with a baseline in the same run: only ratios are to be trusted. */
@NullMarked
package dev.licenseflow.benchmarks;

import org.jspecify.annotations.NullMarked;
