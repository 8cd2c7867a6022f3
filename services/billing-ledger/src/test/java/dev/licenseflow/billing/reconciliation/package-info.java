@NullMarked
package dev.licenseflow.billing.reconciliation;

import org.jspecify.annotations.NullMarked;
