package dev.licenseflow.billing.intake;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Takes the records of one topic. */
@FunctionalInterface
interface Intake {

    /**
     * Reads a record.
     *
     * @return what is to be written into the database for it, in a transaction
     */
    Runnable read(ConsumerRecord<byte[], byte[]> record);
}
