package dev.licenseflow.cli.demo;

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
