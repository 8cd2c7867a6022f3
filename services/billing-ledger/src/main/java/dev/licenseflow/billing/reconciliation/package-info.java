/** What the ledger says is open against what the licenses topic says (rule L1). */
@NullMarked
package dev.licenseflow.billing.reconciliation;

import org.jspecify.annotations.NullMarked;
