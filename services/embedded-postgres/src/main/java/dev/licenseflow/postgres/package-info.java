/** A real PostgreSQL in a folder, for a laptop and for tests. */
@NullMarked
package dev.licenseflow.postgres;

import org.jspecify.annotations.NullMarked;
