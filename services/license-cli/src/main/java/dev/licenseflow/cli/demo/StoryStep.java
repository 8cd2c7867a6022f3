package dev.licenseflow.cli.demo;

import dev.licenseflow.cli.words.Phrase;
import dev.licenseflow.domain.request.Request;
import java.time.Instant;
import java.util.function.Function;

/**
 * One request of the story.
 *
 * @param title what the partner does
 * @param meaning what the contract makes of it, with the numbers of its rules
 * @param expected what must come out when it was decided at that instant; asked once, in the order of the story
 */
record StoryStep(Phrase title, Phrase meaning, Request request, Function<Instant, Facts> expected) {}
