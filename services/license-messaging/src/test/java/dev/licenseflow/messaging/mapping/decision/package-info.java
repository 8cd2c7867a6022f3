/** Every decision comes back from Avro as it was. */
@NullMarked
package dev.licenseflow.messaging.mapping.decision;

import org.jspecify.annotations.NullMarked;
