/** The portal with the whole pipeline. */
package dev.licenseflow.system.portal;
