package dev.licenseflow.standalone.pipeline;

/** What is being started, in the order of the start. */
public enum StartPhase {
    BROKER("Starting the Kafka broker"),
    REGISTRY("Starting the schema registry"),
    TOPICS("Provisioning the topics"),
    CATALOG("Publishing the default catalog"),
    DATABASE("Starting PostgreSQL"),
    DEMO_HISTORY("Creating the history of the demo customers"),
    PROCESSOR("Starting the license processor"),
    LEDGER("Starting the billing ledger"),
    PORTAL("Starting the partner portal"),
    /** Reported again every few seconds while the services restore their state. */
    RESTORING("Waiting for the services to be ready");

    private final String description;

    StartPhase(String description) {
        this.description = description;
    }

    /** One line for the user, without a full stop. */
    public String description() {
        return description;
    }
}
