/** Writes that may be sent again: the same key gives the same answer. */
@NullMarked
package dev.licenseflow.billing.idempotency;

import org.jspecify.annotations.NullMarked;
