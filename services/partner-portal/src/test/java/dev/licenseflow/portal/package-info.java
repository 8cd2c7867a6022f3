/** What the tests of the portal share. */
package dev.licenseflow.portal;
