/** Telling open pages that a customer has changed. */
@NullMarked
package dev.licenseflow.portal.live;

import org.jspecify.annotations.NullMarked;
