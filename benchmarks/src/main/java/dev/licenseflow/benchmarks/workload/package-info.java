/** What the portal sends, made from a seed, and how it comes onto the requests topic before anybody reads it. */
@NullMarked
package dev.licenseflow.benchmarks.workload;

import org.jspecify.annotations.NullMarked;
