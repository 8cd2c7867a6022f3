package dev.licenseflow.processor.store;

import dev.licenseflow.domain.license.CustomerLicenses;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** The licenses of every customer of a partition, by customer id. */
public record CustomerStore(KeyValueStore<String, CustomerLicenses> store) {

    /** Names the changelog: never renamed. */
    public static final String NAME = "customer-licenses";

    public static StoreBuilder<KeyValueStore<String, CustomerLicenses>> builder(Serde<CustomerLicenses> serde) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(NAME), Serdes.String(), serde);
    }

    public CustomerLicenses load(String customerId) {
        CustomerLicenses found = store.get(customerId);
        return found == null ? CustomerLicenses.unregistered(customerId) : found;
    }

    public void save(CustomerLicenses licenses) {
        store.put(licenses.customerId(), licenses);
    }

    /** Customers in the order of their ids, from an id on; the caller closes it. */
    public KeyValueIterator<String, CustomerLicenses> from(String customerId) {
        return store.range(customerId, null);
    }
}
