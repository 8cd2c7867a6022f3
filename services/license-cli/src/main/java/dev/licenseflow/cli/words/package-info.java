/** What a person reads on the terminal: words in one of two languages, money, dates, tables and colours. */
@NullMarked
package dev.licenseflow.cli.words;

import org.jspecify.annotations.NullMarked;
