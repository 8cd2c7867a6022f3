/** The commands behind {@code ./licenseflow}; each parses its options, does one thing and says clearly what is wrong. */
@NullMarked
package dev.licenseflow.cli;

import org.jspecify.annotations.NullMarked;
