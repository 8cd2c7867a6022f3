package dev.licenseflow.cli.demo;

import dev.licenseflow.cli.demo.StoryTeller.Told;
import dev.licenseflow.cli.words.Phrase;
import dev.licenseflow.cli.words.UserError;
import dev.licenseflow.domain.catalog.CatalogHistory;
import dev.licenseflow.domain.catalog.CatalogVersion;
import dev.licenseflow.domain.decision.Decision;
import dev.licenseflow.domain.month.BusinessCalendar;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The story of the help page on a pipeline, and the end of its month on a virtual clock. */
final class HelpPageScene {

    private static final String STORY = "help-page";
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

    /**
     * Checks that a catalog sells what the story asks for.
     *
     * @throws UserError if it does not
     */
    static void requireProducts(CatalogVersion catalog) {
        List<String> missing = Story.read(STORY, customer -> customer).products().stream()
                .filter(code -> catalog.product(code).isEmpty())
                .toList();
        if (!missing.isEmpty()) {
            throw new UserError("The catalog in force, version " + catalog.version() + ", has no "
                    + String.join(", ", missing) + ", which the story is about");
        }
    }

    /** Plays it, at about that time. */
    Ending play(StoryPipeline pipeline, Instant now) throws InterruptedException {
        teller.narrator().today(calendar.dateOf(now));
        Story story = Story.read(STORY, customer -> customer + suffix);
        List<Told> told = tell(story, pipeline);
        if (told.isEmpty()) {
            teller.narrator()
                    .say(
                            "\nO mês virou durante a história; com outro cliente, ela começa de novo.",
                            "\nA month began in the middle of the story; it starts again, with another customer.");
            story = Story.read(STORY, customer -> SECOND_CUSTOMER + suffix);
            told = tell(story, pipeline);
        }
        return new Ending(told.get(0).request().customerId(), closeMonth(told, story));
    }

    /** Empty if a month began on the way: then the customer was closed in between, which is another story. */
    private List<Told> tell(Story story, StoryPipeline pipeline) throws InterruptedException {
        List<Told> all = new ArrayList<>();
        for (StoryStep step : story.steps().subList(0, story.steps().size() - 1)) {
            Told told = teller.ask(all.size() + 1, step, pipeline);
            if (!all.isEmpty() && !teller.monthOf(told).equals(teller.monthOf(all.get(0)))) {
                return List.of();
            }
            all.add(told);
            teller.show(told.answer(), step.meaning(), story);
        }
        int surplus = pipeline.surplus(all.get(0).request().customerId());
        if (surplus > 0) {
            teller.compare(new Phrase("Nada além disso foi escrito", "Nothing more was written"), 0, surplus);
        }
        return all;
    }

    private VirtualMonthEnd closeMonth(List<Told> told, Story story) {
        StoryStep begin = story.steps().get(story.steps().size() - 1);
        VirtualMonthEnd end = VirtualMonthEnd.after(told, catalogs, calendar);
        teller.narrator().monthHeading(begin.title(), end.month());
        teller.show(end.close(), begin.meaning(), story);
        teller.show(end.month(), end.closed(), begin.meanings().get(1), story);
        List<Decision> live = told.stream().map(Told::decision).toList();
        teller.compare(
                new Phrase(
                        "O relógio virtual decidiu igual ao Kafka (T1)", "The virtual clock decided as Kafka did (T1)"),
                live,
                end.replayed());
        return end;
    }

    /** How it ended, and for whom. */
    record Ending(String customerId, VirtualMonthEnd monthEnd) {}
}
