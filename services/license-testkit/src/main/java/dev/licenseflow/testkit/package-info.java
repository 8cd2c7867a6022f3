/** Plays the same story on the pure core and through the topology, and compares what comes out. For tests alone. */
@NullMarked
package dev.licenseflow.testkit;

import org.jspecify.annotations.NullMarked;
