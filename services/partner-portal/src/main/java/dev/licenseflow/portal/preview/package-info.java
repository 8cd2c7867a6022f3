/** What a request would be answered, asked of the processor without changing anything. */
@NullMarked
package dev.licenseflow.portal.preview;

import org.jspecify.annotations.NullMarked;
