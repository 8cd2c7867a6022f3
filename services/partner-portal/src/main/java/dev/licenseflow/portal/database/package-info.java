/** The tables of the portal. */
@NullMarked
package dev.licenseflow.portal.database;

import org.jspecify.annotations.NullMarked;
