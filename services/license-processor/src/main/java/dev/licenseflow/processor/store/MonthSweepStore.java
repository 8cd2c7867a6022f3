package dev.licenseflow.processor.store;

import dev.licenseflow.domain.decision.Decision;
import dev.licenseflow.domain.decision.MonthTotals;
import dev.licenseflow.domain.month.BusinessCalendar;
import dev.licenseflow.processor.state.MonthSweep;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** How far the month close of a partition has come, and what it did: one record, so that another instance goes on (M4). */
public final class MonthSweepStore {

    /** Names the changelog: never renamed. */
    public static final String NAME = "month-sweeps";

    private static final String KEY = "sweep";

    private final KeyValueStore<String, MonthSweep> store;
    private boolean opened;

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

    /** Begins the account with the partition's first record: no month before it has anything to close. */
    public void open(Instant at, BusinessCalendar calendar) {
        if (!opened && load().isEmpty()) {
            save(MonthSweep.closedThrough(calendar.monthOf(at)));
        }
        opened = true;
    }

    /** Counts a customer's close into its month, when a request came before the sweep (M2). */
    public void count(Decision monthClose) {
        MonthSweep sweep = load().orElseThrow();
        YearMonth month = YearMonth.parse(monthClose.causeId());
        SortedMap<YearMonth, MonthTotals> totals = new TreeMap<>(sweep.totals());
        totals.put(month, totals.getOrDefault(month, MonthTotals.ZERO).with(monthClose));
        save(new MonthSweep(sweep.closedThrough(), sweep.sweeping(), sweep.cursor(), totals));
    }

    public void save(MonthSweep sweep) {
        store.put(KEY, sweep);
    }
}
