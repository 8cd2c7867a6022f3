package dev.licenseflow.processor.intake;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reports records that could not be decided where they stood. The first of a kind is one line; those that follow within a
 * minute are counted, and their number is one more line. No line holds anything of a record's value. Safe for use by many
 * threads.
 */
public final class IntakeLog {

    private static final Logger LOG = LoggerFactory.getLogger(IntakeLog.class);
    private static final int SPAN_SECONDS = 60;
    private static final int SHOWN_LENGTH = 200;

    private final Executor later;

    /** What has been counted of each kind that was reported within the last span. */
    private final Map<String, Repeated> kinds = new HashMap<>();

    public IntakeLog() {
        this(CompletableFuture.delayedExecutor(SPAN_SECONDS, TimeUnit.SECONDS));
    }

    /** @param later runs what it is given once a span is over */
    IntakeLog(Executor later) {
        this.later = later;
    }

    void deadLetter(RecordMetadata place, String reason, String message) {
        report("Dead letter " + reason + " of " + place.topic(), place, message);
    }

    void redirected(RecordMetadata place, int partition) {
        report(
                "Record in a wrong partition of " + place.topic() + ", sent on",
                place,
                "its key belongs into partition " + partition + "; its producer has to partition by murmur2");
    }

    /** A record's place, as it is written in logs and headers. */
    static String text(RecordMetadata place) {
        return place.topic() + "-" + place.partition() + "@" + place.offset();
    }

    private synchronized void report(String kind, RecordMetadata place, String message) {
        Repeated repeated = kinds.get(kind);
        if (repeated == null) {
            LOG.warn("{}: {}: {}", kind, text(place), shown(message));
            kinds.put(kind, new Repeated(0, text(place)));
            later.execute(() -> sumUp(kind));
        } else {
            kinds.put(kind, new Repeated(repeated.count + 1, text(place)));
        }
    }

    private synchronized void sumUp(String kind) {
        Repeated repeated = kinds.remove(kind);
        if (repeated == null || repeated.count == 0) {
            return;
        }
        LOG.warn("{}: {} more within {} s, the last one {}", kind, repeated.count, SPAN_SECONDS, repeated.last);
        kinds.put(kind, new Repeated(0, repeated.last));
        later.execute(() -> sumUp(kind));
    }

    /** Bounded, and without characters that could begin another line. */
    private static String shown(String message) {
        String line = message.replaceAll("\\p{Cntrl}", " ");
        return line.length() <= SHOWN_LENGTH ? line : line.substring(0, SHOWN_LENGTH) + "…";
    }

    private record Repeated(long count, String last) {}
}
