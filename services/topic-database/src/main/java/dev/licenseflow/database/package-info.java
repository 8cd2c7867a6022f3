/**
 * A service's own PostgreSQL database: its tables, its transactions, the inbox from topics to tables, and the outbox from a table to a
 * topic.
 */
@NullMarked
package dev.licenseflow.database;

import org.jspecify.annotations.NullMarked;
