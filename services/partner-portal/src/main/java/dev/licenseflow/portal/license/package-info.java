/** What the topics say about customers: licenses, decisions and charges, ready to be shown. */
@NullMarked
package dev.licenseflow.portal.license;

import org.jspecify.annotations.NullMarked;
