/** Partners, their people and their keys, for those who run a portal. */
@NullMarked
package dev.licenseflow.cli.accounts;

import org.jspecify.annotations.NullMarked;
