/** The catalog history as every instance knows it, fed from the catalog topic (C2). */
@NullMarked
package dev.licenseflow.processor.catalog;

import org.jspecify.annotations.NullMarked;
