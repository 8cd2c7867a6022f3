/** Publishes what was recorded: each settlement once, also when the process dies on the way. */
@NullMarked
package dev.licenseflow.billing.outbox;

import org.jspecify.annotations.NullMarked;
