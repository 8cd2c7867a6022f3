/** The charges of the ledger (section 7): each once, open until it is settled. */
@NullMarked
package dev.licenseflow.billing.charge;

import org.jspecify.annotations.NullMarked;
