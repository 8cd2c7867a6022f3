package dev.licenseflow.cli.demo;

import dev.licenseflow.domain.request.Request;

/** A pipeline that runs already, and goes on running. */
record RunningPipeline(Conversation conversation) implements StoryPipeline {

    @Override
    public Answer ask(Request request) throws InterruptedException {
        return conversation.ask(request);
    }

    @Override
    public Answer answerTo(String customerId, String causeId) {
        return conversation.answers().to(customerId, causeId);
    }

    @Override
    public int surplus(String customerId) {
        return conversation.answers().surplus(customerId);
    }
}
