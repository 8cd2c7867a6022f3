package dev.licenseflow.portal.intake;

import dev.licenseflow.portal.live.CustomerChange;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * What is to be written into the database for a record, in a transaction.
 *
 * @param customerId of the customer that changes by it
 * @param write hands back the partner who may see the change, if there is one here
 */
record CustomerWrite(String customerId, ConsumerRecord<byte[], byte[]> record, Supplier<Optional<String>> write) {

    Optional<CustomerChange> enter() {
        return write.get().map(partnerId -> new CustomerChange(partnerId, customerId));
    }
}
