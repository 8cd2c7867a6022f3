@NullMarked
package dev.licenseflow.billing.outbox;

import org.jspecify.annotations.NullMarked;
