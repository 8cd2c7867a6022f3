package dev.licenseflow.messaging.topic;

/**
 * An existing topic that would break the contract, left as it is: changing it would reorder or lose what others wrote.
 *
 * @param setting {@code partitions}, or the topic setting by Kafka's name
 */
public record TopicFault(String topic, String setting, String expected, String found) {

    /** One line for the user. */
    public String describe() {
        return "Topic %s has %s %s, but %s is needed".formatted(topic, setting, found, expected);
    }
}
