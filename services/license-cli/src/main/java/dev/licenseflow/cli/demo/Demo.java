package dev.licenseflow.cli.demo;

import dev.licenseflow.cli.words.Language;
import dev.licenseflow.cli.words.Palette;
import dev.licenseflow.domain.catalog.CatalogVersion;
import dev.licenseflow.domain.decision.Decision;
import dev.licenseflow.domain.month.BusinessCalendar;
import dev.licenseflow.domain.request.Request;
import dev.licenseflow.messaging.json.DefaultCatalog;
import dev.licenseflow.schema.MonthClosed;
import dev.licenseflow.standalone.pipeline.StartPhase;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The whole demonstration: start, story, month end; and whether all of it came out as the contract says. */
public final class Demo {

    private static final String CUSTOMER = "padaria-do-ze";
    private static final String SECOND_CUSTOMER = "padaria-da-maria";

    private final CatalogVersion catalog = DefaultCatalog.load();
    private final BusinessCalendar calendar = BusinessCalendar.SAO_PAULO;
    private final Narrator narrator;
    private final Language language;
    private int wrongSteps;

    public Demo(PrintWriter output, Language language, Palette palette) {
        this.language = language;
        this.narrator = new Narrator(output, language, palette, catalog, calendar.zone());
    }

    /**
     * Plays it.
     *
     * @param progress told what is being started
     * @return how many steps came out otherwise than the contract says
     */
    public int play(Consumer<StartPhase> progress) throws InterruptedException {
        try (LivePipeline pipeline = LivePipeline.start(progress)) {
            narrator.say(
                    "\nTudo o que segue passa por um broker Kafka de verdade, em " + pipeline.address() + ".",
                    "\nAll that follows goes through a real Kafka broker, at " + pipeline.address() + ".");
            return play(pipeline, Instant.now());
        }
    }

    /** Plays it on a pipeline that is running. */
    int play(StoryPipeline pipeline, Instant now) throws InterruptedException {
        LocalDate today = calendar.dateOf(now);
        int left = today.lengthOfMonth() - today.getDayOfMonth() + 1;
        narrator.say(
                "Hoje é " + language.date(today) + ": dos " + today.lengthOfMonth() + " dias do mês restam " + left
                        + ", contando hoje.",
                "Today is " + language.date(today) + ": of the " + today.lengthOfMonth() + " days of the month " + left
                        + " are left, today included.");
        ContractModel contract = new ContractModel(catalog, calendar.zone());
        List<Told> story = tell(CUSTOMER, contract, pipeline);
        if (story.isEmpty()) {
            narrator.say(
                    "\nO mês virou durante a história; com outro cliente, ela começa de novo.",
                    "\nA month began in the middle of the story; it starts again, with another customer.");
            contract = new ContractModel(catalog, calendar.zone());
            story = tell(SECOND_CUSTOMER, contract, pipeline);
        }
        closeMonth(story, contract);
        return wrongSteps;
    }

    /** Empty if a month began on the way: then the customer was closed in between, which is another story. */
    private List<Told> tell(String customerId, ContractModel contract, StoryPipeline pipeline)
            throws InterruptedException {
        List<Told> story = new ArrayList<>();
        for (StoryStep step : new HelpPageStory(customerId, contract).steps()) {
            narrator.step(story.size() + 1, step);
            Answer answer = pipeline.ask(step.request());
            Told told = new Told(step.request(), answer.decision());
            if (!story.isEmpty() && !monthOf(told).equals(monthOf(story.get(0)))) {
                return List.of();
            }
            story.add(told);
            narrator.answer(answer);
            judge(
                    language.of(step.meaning()),
                    step.expected()
                            .apply(answer.decision().decidedAt())
                            .differencesFrom(answer.facts(calendar.zone())));
        }
        int surplus = pipeline.surplus(customerId);
        if (surplus > 0) {
            judge(
                    language.of("Nada além disso foi escrito", "Nothing more was written"),
                    List.of(surplus + " records"));
        }
        return story;
    }

    private void closeMonth(List<Told> story, ContractModel contract) {
        YearMonth month = monthOf(story.get(story.size() - 1)).plusMonths(1);
        narrator.heading(
                "\nO mês vira, no relógio virtual: " + language.month(month),
                "\nThe month ends, on the virtual clock: " + language.month(month));
        List<Map.Entry<Instant, Request>> timed = story.stream()
                .map(told -> Map.entry(told.decision().decidedAt(), told.request()))
                .toList();
        VirtualMonthEnd end = VirtualMonthEnd.after(timed, catalog, calendar);
        narrator.answer(end.close());
        narrator.monthClosed(end.closed());
        judge(
                language.of(
                        "Cloud saiu; sem renovação, o cliente está vencido (M1, R1)",
                        "Cloud is gone; without a renewal the customer is expired (M1, R1)"),
                contract.monthBegun().differencesFrom(end.close().facts(calendar.zone())));
        judge(
                language.of("O fechamento diz o que mudou (M4)", "The month close says what changed (M4)"),
                ContractModel.monthClosed(month).differencesFrom(facts(end.closed())));
        List<Decision> live = story.stream().map(Told::decision).toList();
        judge(
                language.of(
                        "O relógio virtual decidiu igual ao Kafka (T1)", "The virtual clock decided as Kafka did (T1)"),
                live.equals(end.replayed()) ? List.of() : List.of("expected " + live + ", found " + end.replayed()));
    }

    private void judge(String meaning, List<String> differences) {
        narrator.verdict(meaning, differences);
        if (!differences.isEmpty()) {
            wrongSteps++;
        }
    }

    private YearMonth monthOf(Told told) {
        return calendar.monthOf(told.decision().decidedAt());
    }

    private static Facts facts(MonthClosed closed) {
        return new Facts()
                .with("month", closed.getMonth())
                .with("customers", Long.toString(closed.getCustomers()))
                .with("reduced", Long.toString(closed.getReduced()))
                .with("removed", Long.toString(closed.getRemoved()))
                .with("renewed", Long.toString(closed.getRenewed()))
                .with("expired", Long.toString(closed.getExpired()))
                .with("inactivated", Long.toString(closed.getInactivated()))
                .with("charges", Long.toString(closed.getChargesCents()));
    }

    private record Told(Request request, Decision decision) {}
}
