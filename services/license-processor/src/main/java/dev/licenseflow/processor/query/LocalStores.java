package dev.licenseflow.processor.query;

import dev.licenseflow.domain.engine.FirstDecision;
import dev.licenseflow.domain.license.CustomerLicenses;
import dev.licenseflow.processor.store.CustomerStore;
import dev.licenseflow.processor.store.FirstDecisionStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.QueryableStoreType;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyWindowStore;

/** The stores of this instance, while it owns them; a standby's copy is never read. */
final class LocalStores {

    private final KafkaStreams streams;

    LocalStores(KafkaStreams streams) {
        this.streams = streams;
    }

    /** Empty if the customer was never registered. */
    Optional<CustomerLicenses> customer(String customerId) {
        try {
            ReadOnlyKeyValueStore<String, CustomerLicenses> store =
                    store(CustomerStore.NAME, QueryableStoreTypes.keyValueStore());
            return Optional.ofNullable(store.get(customerId));
        } catch (InvalidStateStoreException moving) {
            throw moving(moving);
        }
    }

    /** What ids of the customer got, as far as they are remembered; in no order. */
    List<FirstDecision> decisions(String customerId, Instant now) {
        try {
            return FirstDecisionStore.ofCustomer(decisionStore(), customerId, now);
        } catch (InvalidStateStoreException moving) {
            throw moving(moving);
        }
    }

    /** What the id under that key got when it came first, if it is remembered. */
    Optional<FirstDecision> decision(String key, Instant now) {
        try {
            return FirstDecisionStore.find(decisionStore(), key, now);
        } catch (InvalidStateStoreException moving) {
            throw moving(moving);
        }
    }

    private ReadOnlyWindowStore<String, FirstDecision> decisionStore() {
        return store(FirstDecisionStore.NAME, QueryableStoreTypes.windowStore());
    }

    private <T> T store(String name, QueryableStoreType<T> type) {
        return streams.store(StoreQueryParameters.fromNameAndType(name, type));
    }

    private static NotAnswerableException moving(InvalidStateStoreException cause) {
        return new NotAnswerableException("The customers are being handed to another instance", cause);
    }
}
