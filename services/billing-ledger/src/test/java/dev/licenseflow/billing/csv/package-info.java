@NullMarked
package dev.licenseflow.billing.csv;

import org.jspecify.annotations.NullMarked;
