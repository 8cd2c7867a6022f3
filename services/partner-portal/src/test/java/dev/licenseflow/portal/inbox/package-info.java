/** Tests of the portal. */
package dev.licenseflow.portal.inbox;
