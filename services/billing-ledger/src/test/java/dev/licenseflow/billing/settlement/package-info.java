@NullMarked
package dev.licenseflow.billing.settlement;

import org.jspecify.annotations.NullMarked;
