@NullMarked
package dev.licenseflow.billing.intake;

import org.jspecify.annotations.NullMarked;
