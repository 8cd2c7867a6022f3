package dev.licenseflow.cli.demo;

import dev.licenseflow.cli.words.Phrase;
import dev.licenseflow.domain.catalog.CatalogVersion;
import dev.licenseflow.domain.decision.Decision;
import dev.licenseflow.domain.decision.MonthTotals;
import dev.licenseflow.domain.month.BusinessCalendar;
import dev.licenseflow.domain.request.Request;
import dev.licenseflow.messaging.json.RecordJson;
import dev.licenseflow.messaging.mapping.ClosedPartition;
import dev.licenseflow.messaging.mapping.MonthCloseMapper;
import dev.licenseflow.testkit.Expectation;
import dev.licenseflow.testkit.RecordText;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** Tells stories step by step, and counts what came out otherwise than they expect. */
final class StoryTeller {

    private final Narrator narrator;
    private final BusinessCalendar calendar;
    private final RecordJson json;
    private final ExpectedValues values;

    private int wrongSteps;

    StoryTeller(Narrator narrator, CatalogVersion catalog, BusinessCalendar calendar) {
        this.narrator = narrator;
        this.calendar = calendar;
        this.json = new RecordJson(calendar.zone());
        this.values = new ExpectedValues(catalog, calendar.zone());
    }

    Narrator narrator() {
        return narrator;
    }

    ExpectedValues values() {
        return values;
    }

    /** How many steps came out otherwise than the contract says. */
    int wrongSteps() {
        return wrongSteps;
    }

    /** Says what is asked, and asks it. */
    Told ask(int number, StoryStep step, StoryPipeline pipeline) throws InterruptedException {
        narrator.title(number, step.title());
        Request request = step.line().request().orElseThrow();
        narrator.request(request);
        return new Told(request, pipeline.ask(request));
    }

    /** Shows an answer, and compares it with the next one that the story expects. */
    void show(Answer answer, Phrase meaning, Story story) {
        narrator.answer(answer);
        values.before(answer);
        judge(meaning, differences(answer.records(json), story.expectedAnswer()));
        values.after(answer);
    }

    /** Shows the totals of a month close, and compares them with those that the story expects next. */
    void show(YearMonth month, MonthTotals totals, Phrase meaning, Story story) {
        narrator.monthClosed(month, totals);
        String value = json.write(MonthCloseMapper.toAvro(new ClosedPartition(month, 0, totals)));
        RecordText close = new RecordText("month-closes", "0", "", value);
        judge(meaning, differences(List.of(close), List.of(story.expectations().remove())));
    }

    /** Shows that what was found is what was expected, or what was found instead. */
    void compare(Phrase meaning, Object expected, Object found) {
        judge(meaning, expected.equals(found) ? List.of() : List.of("expected " + expected + ", found " + found));
    }

    YearMonth monthOf(Told told) {
        return calendar.monthOf(told.decision().decidedAt());
    }

    private void judge(Phrase meaning, List<String> differences) {
        narrator.verdict(meaning, differences);
        if (!differences.isEmpty()) {
            wrongSteps++;
        }
    }

    private List<String> differences(List<RecordText> records, List<Expectation> expectations) {
        List<Expectation> expected = expectations.stream().map(values::fill).toList();
        List<String> differences = new ArrayList<>(RecordText.faults(records, expected));
        records.stream()
                .map(RecordText::topic)
                .distinct()
                .filter(topic -> expected.stream().noneMatch(one -> one.topic().equals(topic)))
                .forEach(topic -> differences.add(topic + ": none expected"));
        return differences;
    }

    /** A request with what came of it. */
    record Told(Request request, Answer answer) {

        Decision decision() {
            return answer.decision();
        }
    }
}
