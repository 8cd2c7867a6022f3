/** What a person must look at: contradictions between what was delivered and what the ledger holds. */
@NullMarked
package dev.licenseflow.billing.alarm;

import org.jspecify.annotations.NullMarked;
