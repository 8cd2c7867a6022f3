package dev.licenseflow.messaging.topic;

/** How a topic loses records, as {@code cleanup.policy} names it. */
public enum CleanupKind {
    /** After the retention time: for what happened. */
    DELETE("delete"),
    /** When a later record has the same key: for what is. */
    COMPACT("compact");

    private final String policy;

    CleanupKind(String policy) {
        this.policy = policy;
    }

    public String policy() {
        return policy;
    }
}
