/** Customers as partners know them: names and tax ids, which no topic ever carries (rule L3). */
@NullMarked
package dev.licenseflow.portal.customer;

import org.jspecify.annotations.NullMarked;
