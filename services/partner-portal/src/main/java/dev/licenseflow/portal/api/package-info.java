/** The REST API for portals of others. */
@NullMarked
package dev.licenseflow.portal.api;

import org.jspecify.annotations.NullMarked;
