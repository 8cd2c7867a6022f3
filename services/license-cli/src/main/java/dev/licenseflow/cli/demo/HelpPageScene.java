package dev.licenseflow.cli.demo;

import dev.licenseflow.cli.demo.StoryTeller.Told;
import dev.licenseflow.cli.words.Phrase;
import dev.licenseflow.domain.catalog.CatalogHistory;
import dev.licenseflow.domain.decision.Decision;
import dev.licenseflow.domain.license.RenewalMethod;
import dev.licenseflow.domain.month.BusinessCalendar;
import dev.licenseflow.domain.request.Request;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The story of the help page on a pipeline, and the end of its month on a virtual clock. */
final class HelpPageScene {

    private static final String CUSTOMER = "padaria-do-ze";
    private static final String SECOND_CUSTOMER = "padaria-da-maria";

    private final StoryTeller teller;
    private final CatalogHistory catalogs;
    private final BusinessCalendar calendar;
    private final String suffix;

    /** @param suffix of the customers' ids */
    HelpPageScene(StoryTeller teller, CatalogHistory catalogs, BusinessCalendar calendar, String suffix) {
        this.teller = teller;
        this.catalogs = catalogs;
        this.calendar = calendar;
        this.suffix = suffix;
    }

    /** Plays it, at about that time. */
    Ending play(StoryPipeline pipeline, Instant now) throws InterruptedException {
        teller.narrator().today(calendar.dateOf(now));
        ContractModel contract = contract(now);
        String customerId = CUSTOMER + suffix;
        List<Told> story = tell(customerId, contract, pipeline);
        if (story.isEmpty()) {
            teller.narrator()
                    .say(
                            "\nO mês virou durante a história; com outro cliente, ela começa de novo.",
                            "\nA month began in the middle of the story; it starts again, with another customer.");
            contract = contract(now);
            customerId = SECOND_CUSTOMER + suffix;
            story = tell(customerId, contract, pipeline);
        }
        return new Ending(customerId, closeMonth(story, contract));
    }

    private ContractModel contract(Instant now) {
        return new ContractModel(catalogs.inForceAt(now), calendar.zone(), RenewalMethod.MANUAL);
    }

    /** Empty if a month began on the way: then the customer was closed in between, which is another story. */
    private List<Told> tell(String customerId, ContractModel contract, StoryPipeline pipeline)
            throws InterruptedException {
        List<Told> story = new ArrayList<>();
        for (StoryStep step : new HelpPageStory(customerId, contract).steps()) {
            Told told = teller.ask(story.size() + 1, step, pipeline);
            if (!story.isEmpty() && !teller.monthOf(told).equals(teller.monthOf(story.get(0)))) {
                return List.of();
            }
            story.add(told);
            teller.show(told);
        }
        int surplus = pipeline.surplus(customerId);
        if (surplus > 0) {
            teller.judge(
                    new Phrase("Nada além disso foi escrito", "Nothing more was written"),
                    List.of(surplus + " records"));
        }
        return story;
    }

    private VirtualMonthEnd closeMonth(List<Told> story, ContractModel contract) {
        List<Map.Entry<Instant, Request>> timed = story.stream()
                .map(told -> Map.entry(told.decision().decidedAt(), told.request()))
                .toList();
        VirtualMonthEnd end = VirtualMonthEnd.after(timed, catalogs, calendar);
        teller.narrator()
                .monthHeading("O mês vira, no relógio virtual", "The month ends, on the virtual clock", end.month());
        teller.show(
                end.close(),
                new Phrase(
                        "Cloud saiu; sem renovação, o cliente está vencido (M1, R1)",
                        "Cloud is gone; without a renewal the customer is expired (M1, R1)"),
                contract.monthBegun(end.month()));
        teller.narrator().monthClosed(end.month(), end.closed());
        teller.judge(
                new Phrase("O fechamento diz o que mudou (M4)", "The month close says what changed (M4)"),
                ContractModel.helpPageTotals().differencesFrom(Facts.of(end.closed())));
        List<Decision> live = story.stream().map(Told::decision).toList();
        teller.judge(
                new Phrase(
                        "O relógio virtual decidiu igual ao Kafka (T1)", "The virtual clock decided as Kafka did (T1)"),
                live.equals(end.replayed()) ? List.of() : List.of("expected " + live + ", found " + end.replayed()));
        return end;
    }

    /** How it ended, and for whom. */
    record Ending(String customerId, VirtualMonthEnd monthEnd) {}
}
