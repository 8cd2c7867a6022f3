@NullMarked
package dev.licenseflow.billing.postgres;

import org.jspecify.annotations.NullMarked;
