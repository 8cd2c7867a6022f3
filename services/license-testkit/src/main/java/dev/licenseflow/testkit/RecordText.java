package dev.licenseflow.testkit;

import dev.licenseflow.messaging.json.RecordJson;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A record as text, so that two ways to come to it can be compared.
 *
 * @param topic the last word of the topic's name
 * @param at its time, with the zone's offset
 * @param value as JSON
 */
public record RecordText(String topic, String key, String at, String value) {

    /** What was written, as text. */
    public static RecordText of(WrittenRecord record, RecordJson json) {
        String topic = record.topic().substring(record.topic().lastIndexOf('.') + 1);
        return new RecordText(topic, record.key(), json.format(record.at()), json.write(record.value()));
    }

    /** What is wrong with records of the topics that are named at all; empty if they match one for one. */
    public static List<String> faults(List<RecordText> records, List<Expectation> expectations) {
        List<String> faults = new ArrayList<>();
        for (String topic : expectations.stream().map(Expectation::topic).collect(Collectors.toSet())) {
            List<RecordText> found = records.stream()
                    .filter(record -> record.topic().equals(topic))
                    .toList();
            List<Expectation> expected = expectations.stream()
                    .filter(one -> one.topic().equals(topic))
                    .toList();
            if (found.size() != expected.size()) {
                faults.add(topic + ": expected " + expected.size() + " records, got " + found.size());
            }
            for (int i = 0; i < Math.min(found.size(), expected.size()); i++) {
                int number = i + 1;
                expected.get(i).faults(found.get(i)).forEach(fault -> faults.add(topic + " #" + number + ": " + fault));
            }
        }
        return faults;
    }
}
