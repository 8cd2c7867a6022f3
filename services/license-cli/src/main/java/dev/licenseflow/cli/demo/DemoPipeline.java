package dev.licenseflow.cli.demo;

import dev.licenseflow.domain.request.Request;

/** A pipeline on which a scenario is played. */
interface DemoPipeline {

    /** Publishes a request and waits for the decision. */
    DecisionRecords ask(Request request) throws InterruptedException;

    /** Waits for the decision on a settlement, or on the begin of a month, which is its own cause (M3). */
    DecisionRecords decisionOn(String customerId, String causeId) throws InterruptedException;

    /** How many records of a customer were written that belong to no decision waited for and no month close; none should be. */
    int surplus(String customerId);
}
