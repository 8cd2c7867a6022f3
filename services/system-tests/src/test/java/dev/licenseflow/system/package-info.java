/** The pipeline on a real broker: exactly-once, restart, restore, the month close, end to end. */
@NullMarked
package dev.licenseflow.system;

import org.jspecify.annotations.NullMarked;
