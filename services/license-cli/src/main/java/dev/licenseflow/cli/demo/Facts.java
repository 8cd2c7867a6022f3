package dev.licenseflow.cli.demo;

import dev.licenseflow.domain.month.MonthTotals;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** What one step of the story came to, fact by fact as text: what the contract says, or what was seen. */
final class Facts {

    private static final String NOTHING = "(nothing)";

    private final Map<String, String> byName = new LinkedHashMap<>();

    static Facts of(MonthTotals totals) {
        return new Facts()
                .with("customers", Long.toString(totals.customers()))
                .with("reduced", Long.toString(totals.reduced()))
                .with("removed", Long.toString(totals.removed()))
                .with("renewed", Long.toString(totals.renewed()))
                .with("expired", Long.toString(totals.expired()))
                .with("inactivated", Long.toString(totals.inactivated()))
                .with("charges", Long.toString(totals.chargesCents()));
    }

    static Facts of(BillingDesk.Books books) {
        return new Facts()
                .with("open in the ledger", Long.toString(books.ledgerCents()))
                .with("open on the licenses topic", Long.toString(books.licensesCents()));
    }

    static Facts of(BillingDesk.Settling settling) {
        return new Facts()
                .with("settlement", settling.status())
                .with("settled", Integer.toString(settling.settled()))
                .with("not settled", Integer.toString(settling.left()))
                .with("amount", Long.toString(settling.amountCents()));
    }

    Facts with(String name, String value) {
        byName.put(name, value);
        return this;
    }

    /** One line per fact that was seen otherwise than it is here; none if all is as it should be. */
    List<String> differencesFrom(Facts seen) {
        SortedSet<String> names = new TreeSet<>(byName.keySet());
        names.addAll(seen.byName.keySet());
        List<String> differences = new ArrayList<>();
        for (String name : names) {
            String expected = byName.getOrDefault(name, NOTHING);
            String found = seen.byName.getOrDefault(name, NOTHING);
            if (!expected.equals(found)) {
                differences.add(name + ": expected " + expected + ", found " + found);
            }
        }
        return differences;
    }

    @Override
    public String toString() {
        return byName.toString();
    }
}
