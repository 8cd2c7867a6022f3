/** The tables of the portal: how they are made and in which transaction they are written. */
@NullMarked
package dev.licenseflow.portal.database;

import org.jspecify.annotations.NullMarked;
