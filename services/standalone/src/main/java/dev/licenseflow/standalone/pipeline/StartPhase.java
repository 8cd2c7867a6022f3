package dev.licenseflow.standalone.pipeline;

/** What is being started; the order is that of the start. */
public enum StartPhase {
    BROKER("Starting the Kafka broker"),
    REGISTRY("Starting the schema registry"),
    TOPICS("Provisioning the topics"),
    CATALOG("Publishing the default catalog"),
    DATABASE("Starting PostgreSQL"),
    DEMO_HISTORY("Giving the customers to try it with a past"),
    PROCESSOR("Starting the license processor"),
    LEDGER("Starting the billing ledger"),
    PORTAL("Starting the partner portal"),
    /** Told again every few seconds while the processor brings its stores up to date, and ledger and portal their databases. */
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
