/** Catalog versions on the command line: what a new one changes, in words. */
@NullMarked
package dev.licenseflow.cli.catalog;

import org.jspecify.annotations.NullMarked;
