/** The portal with the whole pipeline. */
package dev.licenseflow.portal.broker;
