/** The screens in a real browser, on a stand-in for the rest of the portal that really decides. */
package dev.licenseflow.portal.web;
