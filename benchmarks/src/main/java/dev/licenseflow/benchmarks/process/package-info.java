/** The processes of a benchmark: the broker, the application under test and its baseline, each in a JVM of its own. */
@NullMarked
package dev.licenseflow.benchmarks.process;

import org.jspecify.annotations.NullMarked;
