/** What is measured: the time of a drain, what came out of it, and where the time went. */
@NullMarked
package dev.licenseflow.benchmarks.measure;

import org.jspecify.annotations.NullMarked;
