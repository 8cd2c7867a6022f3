/** Tables as text that a spreadsheet in Brazil opens, and amounts and dates as they are written there. */
@NullMarked
package dev.licenseflow.billing.csv;

import org.jspecify.annotations.NullMarked;
