/** A person in front of the portal, in a real browser: for the tests of the screens, here and on the whole pipeline. */
package dev.licenseflow.portal.browser;
