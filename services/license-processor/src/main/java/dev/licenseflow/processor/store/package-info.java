/** What the application remembers per partition: customers, first decisions, and how far a month's close has come. */
@NullMarked
package dev.licenseflow.processor.store;

import org.jspecify.annotations.NullMarked;
