package dev.licenseflow.portal.intake;

import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Takes the records of one topic. */
@FunctionalInterface
interface Intake {

    /** Reads a record; empty if it was passed over. */
    Optional<CustomerWrite> read(ConsumerRecord<byte[], byte[]> record);
}
