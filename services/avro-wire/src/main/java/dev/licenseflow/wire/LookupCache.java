package dev.licenseflow.wire;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Values that are looked up once. It is not {@code computeIfAbsent}: a look-up may ask the registry, which may take long, and must
 * not hold up those who look for something else. The keys are topics and schemas, of which there are few.
 */
final class LookupCache<K, V> {

    private final Map<K, V> known = new ConcurrentHashMap<>();

    V get(K key, Function<K, V> lookUp) {
        V value = known.get(key);
        if (value == null) {
            value = lookUp.apply(key);
            known.put(key, value);
        }
        return value;
    }
}
