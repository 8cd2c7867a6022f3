/** The real topology on a virtual clock: the same steps, stores, serdes and punctuators, without a cluster. */
@NullMarked
package dev.licenseflow.cli.simulation;

import org.jspecify.annotations.NullMarked;
