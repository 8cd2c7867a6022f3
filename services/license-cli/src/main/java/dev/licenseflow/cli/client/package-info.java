/** A client of a running pipeline: it finds it, reads its topics as they are written, and sends it input. */
@NullMarked
package dev.licenseflow.cli.client;

import org.jspecify.annotations.NullMarked;
