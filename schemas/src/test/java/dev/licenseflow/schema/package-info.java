/** Tests of the public contract: what a schema must say, and what a new version of it must not break. */
package dev.licenseflow.schema;
