/** A real PostgreSQL in a folder, for a laptop and for tests. */
@NullMarked
package dev.licenseflow.billing.postgres;

import org.jspecify.annotations.NullMarked;
