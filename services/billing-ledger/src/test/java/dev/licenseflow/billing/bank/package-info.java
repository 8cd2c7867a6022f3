@NullMarked
package dev.licenseflow.billing.bank;

import org.jspecify.annotations.NullMarked;
