/** The tables of the ledger, and what texts they take. */
@NullMarked
package dev.licenseflow.billing.database;

import org.jspecify.annotations.NullMarked;
