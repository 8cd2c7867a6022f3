package dev.licenseflow.messaging.sample;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/** Draws plain values; the same seed draws the same ones. */
public final class Draw {

    private static final String[] WORDS = {"cloud", "link", "link-movel", "Ação 50%", "a\"b\\c", "no", "1", "ünï€ 漢 🙂"
    };

    private final SplittableRandom random;

    public Draw(long seed) {
        this.random = new SplittableRandom(seed);
    }

    public String text() {
        return WORDS[random.nextInt(WORDS.length)] + random.nextInt(1_000);
    }

    /** Small as a rule, at times as large or as small as can be. */
    public int number() {
        return switch (random.nextInt(8)) {
            case 0 -> Integer.MAX_VALUE;
            case 1 -> Integer.MIN_VALUE;
            default -> random.nextInt(-3, 100);
        };
    }

    public int upTo(int most) {
        return random.nextInt(most + 1);
    }

    /** Small as a rule, at times as large or as small as can be. */
    public long cents() {
        return switch (random.nextInt(8)) {
            case 0 -> Long.MAX_VALUE;
            case 1 -> Long.MIN_VALUE;
            default -> random.nextLong(-3, 100_000);
        };
    }

    public boolean yes() {
        return random.nextBoolean();
    }

    public Instant instant() {
        return Instant.ofEpochMilli(random.nextLong(-1_000_000_000_000L, 4_000_000_000_000L));
    }

    public YearMonth month() {
        return YearMonth.of(random.nextInt(1, 9_999), random.nextInt(1, 13));
    }

    public <E extends Enum<E>> E oneOf(Class<E> type) {
        E[] all = type.getEnumConstants();
        return all[random.nextInt(all.length)];
    }

    public <T> List<T> some(Supplier<T> one) {
        int size = random.nextInt(4);
        List<T> values = new ArrayList<>();
        while (values.size() < size) {
            values.add(one.get());
        }
        return values;
    }

    public <T> Optional<T> maybe(Supplier<T> one) {
        return random.nextBoolean() ? Optional.of(one.get()) : Optional.empty();
    }

    public OptionalLong maybeCents() {
        return random.nextBoolean() ? OptionalLong.of(cents()) : OptionalLong.empty();
    }
}
