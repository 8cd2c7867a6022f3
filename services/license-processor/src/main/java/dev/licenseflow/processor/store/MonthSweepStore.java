package dev.licenseflow.processor.store;

import dev.licenseflow.processor.state.MonthSweep;
import java.util.Optional;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** How far the month close of a partition has come: one record, so that a restart or another instance goes on (M4). */
public final class MonthSweepStore {

    /** Names the changelog: never renamed. */
    public static final String NAME = "month-sweeps";

    private static final String KEY = "sweep";

    private final KeyValueStore<String, MonthSweep> store;

    public MonthSweepStore(KeyValueStore<String, MonthSweep> store) {
        this.store = store;
    }

    public static StoreBuilder<KeyValueStore<String, MonthSweep>> builder(Serde<MonthSweep> serde) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(NAME), Serdes.String(), serde);
    }

    /** Empty until the partition's first record. */
    public Optional<MonthSweep> load() {
        return Optional.ofNullable(store.get(KEY));
    }

    public void save(MonthSweep sweep) {
        store.put(KEY, sweep);
    }
}
