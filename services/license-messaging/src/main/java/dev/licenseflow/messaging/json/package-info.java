/**
 * What people and scripts write and read: requests and settlements as JSON, catalogs as YAML, and any record of a topic as one line
 * of JSON. Reading is strict and says where the fault is and what was expected, since a field that is silently passed over
 * would be a change that nobody asked for.
 */
@NullMarked
package dev.licenseflow.messaging.json;

import org.jspecify.annotations.NullMarked;
