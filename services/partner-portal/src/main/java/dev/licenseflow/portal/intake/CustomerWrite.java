package dev.licenseflow.portal.intake;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * What is to be written into the database for a record, in a transaction.
 *
 * @param customerId of the customer that changes by it
 */
record CustomerWrite(String customerId, ConsumerRecord<byte[], byte[]> record, Runnable write) {}
