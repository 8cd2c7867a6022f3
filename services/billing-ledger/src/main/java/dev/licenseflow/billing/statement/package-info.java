/** What a customer and a partner are shown of a month. */
@NullMarked
package dev.licenseflow.billing.statement;

import org.jspecify.annotations.NullMarked;
