/** The contract as decision tables and stories, one class per group of its rules. */
@NullMarked
package dev.licenseflow.domain.rule;

import org.jspecify.annotations.NullMarked;
