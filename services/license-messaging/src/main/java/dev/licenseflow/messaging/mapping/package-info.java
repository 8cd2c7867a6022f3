/**
 * Avro to domain and back, without loss: what a record says is what is decided on, and what was decided is what it says.
 * A record that says something the domain cannot take is refused as a whole, never guessed at (D1).
 */
@NullMarked
package dev.licenseflow.messaging.mapping;

import org.jspecify.annotations.NullMarked;
