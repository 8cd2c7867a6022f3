/**
 * Decisions, Avro to domain and back. They are the journal of every customer (D9): folding what is read back has to give
 * what was stored, so nothing of an effect may get lost here.
 */
@NullMarked
package dev.licenseflow.messaging.mapping.decision;

import org.jspecify.annotations.NullMarked;
