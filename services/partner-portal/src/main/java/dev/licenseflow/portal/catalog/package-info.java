/** The products and prices on offer, as published on the catalog topic. */
@NullMarked
package dev.licenseflow.portal.catalog;

import org.jspecify.annotations.NullMarked;
