/**
 * A schema registry small enough to run inside the standalone pipeline, with the HTTP interface of Confluent's, so that
 * any client that can read Avro from Kafka can read ours. Ids are stable: a record written today names its schema by
 * id for as long as the record lives.
 */
@NullMarked
package dev.licenseflow.registry;

import org.jspecify.annotations.NullMarked;
