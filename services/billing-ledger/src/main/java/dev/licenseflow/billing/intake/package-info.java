/** From records to rows: every record of the topics read is in the ledger once, or among the unreadable ones. */
@NullMarked
package dev.licenseflow.billing.intake;

import org.jspecify.annotations.NullMarked;
