/** The tables of the ledger: how they are made and in which transaction they are written. */
@NullMarked
package dev.licenseflow.billing.database;

import org.jspecify.annotations.NullMarked;
