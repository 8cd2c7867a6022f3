package dev.licenseflow.cli.demo;

import dev.licenseflow.domain.request.Request;

/** A pipeline that a story can be told to. */
interface StoryPipeline {

    /** Where it is, for those who want to look themselves. */
    String address();

    /** Publishes a request and waits for all that it leads to. */
    Answer ask(Request request) throws InterruptedException;

    /** How many records of a customer were written that belong to no answer and no month close; none should be. */
    int surplus(String customerId);
}
