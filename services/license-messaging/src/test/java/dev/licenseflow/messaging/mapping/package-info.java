/** Every value of the domain comes back from Avro as it was, and what is newer than this version is refused. */
@NullMarked
package dev.licenseflow.messaging.mapping;

import org.jspecify.annotations.NullMarked;
