/** A service's own PostgreSQL database: how its tables are made and in which transaction they are written. */
@NullMarked
package dev.licenseflow.database;

import org.jspecify.annotations.NullMarked;
