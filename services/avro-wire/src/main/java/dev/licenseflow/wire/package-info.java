/**
 * Avro on the wire, as Confluent's serializers put it there: byte 0, four bytes of schema id, Avro binary; and the client of
 * the schema registry that gives out the ids. Written here because the originals are not on Maven Central; the names of the
 * properties are theirs, so a user can put the originals in place of these.
 *
 * <p>{@link dev.licenseflow.wire.AvroWire} is the way in. Three kinds of failure are kept apart: bytes that do
 * not decode and answers of the registry that are final throw Kafka's {@code SerializationException} (a bad record); a registry
 * that cannot be asked throws {@link dev.licenseflow.wire.RegistryUnavailableException} after a bounded number of
 * retries (the record may be fine, so it must stop the client and not go to the dead letters); settings that make no sense
 * throw Kafka's {@code ConfigException} at start.
 */
@NullMarked
package dev.licenseflow.wire;

import org.jspecify.annotations.NullMarked;
