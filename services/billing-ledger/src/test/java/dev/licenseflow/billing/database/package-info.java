@NullMarked
package dev.licenseflow.billing.database;

import org.jspecify.annotations.NullMarked;
