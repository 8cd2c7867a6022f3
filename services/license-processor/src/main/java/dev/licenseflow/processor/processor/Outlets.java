package dev.licenseflow.processor.processor;

import dev.licenseflow.messaging.topic.LicensingTopics;

/** The sink nodes to which the steps forward by name. */
public record Outlets(String decisions, String charges, String licenses, String monthCloses, String clock) {

    public static Outlets of(LicensingTopics topics) {
        return new Outlets(
                topics.decisions().egress(),
                topics.charges().egress(),
                topics.licenses().egress(),
                topics.monthCloses().egress(),
                topics.clock().egress());
    }
}
