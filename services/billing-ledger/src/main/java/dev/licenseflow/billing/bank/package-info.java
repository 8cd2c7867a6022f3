/** Files of bank returns: read line by line, each good line a settlement, each bad one a fault with its number. */
@NullMarked
package dev.licenseflow.billing.bank;

import org.jspecify.annotations.NullMarked;
