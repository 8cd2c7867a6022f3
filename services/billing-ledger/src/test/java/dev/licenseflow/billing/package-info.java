/** What the tests of the ledger share: a PostgreSQL per JVM, a database per test class, and charges to put into it. */
@NullMarked
package dev.licenseflow.billing;

import org.jspecify.annotations.NullMarked;
