/**
 * What happens to an input record before it is decided: it is decoded, or goes to the dead letters of its topic with the
 * reason (D1), or is sent on to the partition of its key.
 */
@NullMarked
package dev.licenseflow.processor.intake;

import org.jspecify.annotations.NullMarked;
