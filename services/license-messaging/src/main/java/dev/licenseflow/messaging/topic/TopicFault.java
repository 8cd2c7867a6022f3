package dev.licenseflow.messaging.topic;

/**
 * A setting of an existing topic that would break the contract.
 *
 * @param setting {@code partitions}, or the topic setting by Kafka's name
 */
public record TopicFault(String topic, String setting, String expected, String found) {

    /** One line for the user. */
    public String describe() {
        return "Topic %s has %s %s, but %s is needed".formatted(topic, setting, found, expected);
    }
}
