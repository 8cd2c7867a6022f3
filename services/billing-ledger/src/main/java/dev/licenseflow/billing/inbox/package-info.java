/** What the ledger writes of each topic that it reads. */
@NullMarked
package dev.licenseflow.billing.inbox;

import org.jspecify.annotations.NullMarked;
