package dev.licenseflow.cli.demo;

import dev.licenseflow.domain.request.Request;

/** A pipeline that a story can be told to. */
interface StoryPipeline {

    /** Publishes a request and waits for all that it leads to. */
    Answer ask(Request request) throws InterruptedException;

    /** Waits for all that a settlement led to, or a month's begin, which is its own cause (M3). */
    Answer answerTo(String customerId, String causeId) throws InterruptedException;

    /** How many records of a customer were written that belong to no answer and no month close; none should be. */
    int surplus(String customerId);
}
