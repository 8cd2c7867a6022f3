package dev.licenseflow.cli.demo;

import dev.licenseflow.domain.request.Request;

/** A pipeline on which a scenario is played. */
interface DemoPipeline {

    /** Publishes a request and waits for the decision. */
    DecisionRecords ask(Request request) throws InterruptedException;

    /** Waits for the decision on a settlement, or the month close of a customer, whose cause is the month (M3). */
    DecisionRecords decisionOn(String customerId, String causeId) throws InterruptedException;

    /** How many records of a customer belong neither to a decision returned above nor to a month close; it should be 0. */
    int surplus(String customerId);
}
