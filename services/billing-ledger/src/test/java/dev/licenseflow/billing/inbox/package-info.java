@NullMarked
package dev.licenseflow.billing.inbox;

import org.jspecify.annotations.NullMarked;
