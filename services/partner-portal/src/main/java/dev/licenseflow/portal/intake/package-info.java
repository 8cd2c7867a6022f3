/** Reads the topics into the portal's tables. */
@NullMarked
package dev.licenseflow.portal.intake;

import org.jspecify.annotations.NullMarked;
