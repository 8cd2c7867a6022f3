package dev.licenseflow.cli.demo;

import dev.licenseflow.cli.words.Phrase;
import dev.licenseflow.domain.decision.Decision;
import dev.licenseflow.domain.month.BusinessCalendar;
import dev.licenseflow.domain.request.Request;
import java.time.YearMonth;
import java.util.List;

/** Tells stories step by step, and keeps count of what came out otherwise than the contract says. */
final class StoryTeller {

    private final Narrator narrator;
    private final BusinessCalendar calendar;
    private int wrongSteps;

    StoryTeller(Narrator narrator, BusinessCalendar calendar) {
        this.narrator = narrator;
        this.calendar = calendar;
    }

    Narrator narrator() {
        return narrator;
    }

    /** How many steps came out otherwise than the contract says. */
    int wrongSteps() {
        return wrongSteps;
    }

    /** Says what is asked, and asks it. */
    Told ask(int number, StoryStep step, StoryPipeline pipeline) throws InterruptedException {
        narrator.step(number, step);
        return new Told(step, pipeline.ask(step.request()));
    }

    /** Shows what came of it. */
    void show(Told told) {
        show(
                told.answer(),
                told.step().meaning(),
                told.step().expected().apply(told.decision().decidedAt()));
    }

    /** Shows an answer beside what the contract says. */
    void show(Answer answer, Phrase meaning, Facts expected) {
        narrator.answer(answer);
        judge(meaning, expected.differencesFrom(answer.facts(calendar.zone())));
    }

    void judge(Phrase meaning, List<String> differences) {
        narrator.verdict(meaning, differences);
        if (!differences.isEmpty()) {
            wrongSteps++;
        }
    }

    YearMonth monthOf(Told told) {
        return calendar.monthOf(told.decision().decidedAt());
    }

    /** A step with what came of it. */
    record Told(StoryStep step, Answer answer) {

        Decision decision() {
            return answer.decision();
        }

        Request request() {
            return step.request();
        }
    }
}
