package dev.licenseflow.testkit;

import java.time.Instant;
import java.util.SortedMap;
import org.apache.avro.specific.SpecificRecord;

/**
 * A record that the pipeline wrote.
 *
 * @param at its timestamp
 * @param headers as text; only dead letters have any
 */
public record WrittenRecord(
        String topic, String key, Instant at, SpecificRecord value, SortedMap<String, String> headers) {}
