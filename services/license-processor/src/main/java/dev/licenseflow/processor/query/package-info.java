/** What the processor knows, for who asks: read from the stores of whichever instance owns the customer (L2). */
@NullMarked
package dev.licenseflow.processor.query;

import org.jspecify.annotations.NullMarked;
