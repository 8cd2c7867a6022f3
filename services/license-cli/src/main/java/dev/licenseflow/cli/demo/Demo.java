package dev.licenseflow.cli.demo;

import dev.licenseflow.cli.client.BillingLedger;
import dev.licenseflow.cli.client.LedgerClient;
import dev.licenseflow.cli.words.Language;
import dev.licenseflow.cli.words.Palette;
import dev.licenseflow.cli.words.UserError;
import dev.licenseflow.domain.catalog.CatalogHistory;
import dev.licenseflow.domain.catalog.CatalogVersion;
import dev.licenseflow.domain.catalog.PublishedCatalog;
import dev.licenseflow.domain.month.BusinessCalendar;
import dev.licenseflow.messaging.json.DefaultCatalog;
import dev.licenseflow.messaging.publishing.KafkaAccess;
import dev.licenseflow.processor.topology.ProcessorSettings;
import dev.licenseflow.standalone.pipeline.StartPhase;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** The whole demonstration: stories, month end, billing; and whether all of it came out as the contract says. */
public final class Demo {

    private final PrintWriter output;
    private final Language language;
    private final Palette palette;
    private final BusinessCalendar calendar;

    public Demo(PrintWriter output, Language language, Palette palette, BusinessCalendar calendar) {
        this.output = output;
        this.language = language;
        this.palette = palette;
        this.calendar = calendar;
    }

    /**
     * Plays it on a pipeline of its own, which is gone afterwards.
     *
     * @param progress told what is being started
     * @return how many steps came out otherwise than the contract says
     */
    public int play(Consumer<StartPhase> progress) throws InterruptedException {
        try (LivePipeline pipeline = LivePipeline.start(calendar, Instant.now(), progress)) {
            return play(pipeline);
        }
    }

    int play(LivePipeline pipeline) throws InterruptedException {
        CatalogHistory catalogs = defaultCatalog();
        StoryTeller teller = teller(catalogs, pipeline.now());
        teller.narrator()
                .say(
                        "\nTudo o que segue passa por um broker Kafka de verdade, em " + pipeline.address() + ".",
                        "\nAll that follows goes through a real Kafka broker, at " + pipeline.address() + ".");
        HelpPageScene.Ending ending = new HelpPageScene(teller, catalogs, calendar, "").play(pipeline, pipeline.now());
        Optional<String> ledger = pipeline.ledgerUrl();
        if (ledger.isEmpty()) {
            teller.narrator()
                    .say(
                            "\nA cobrança ficou de fora: o PostgreSQL embutido só existe para Linux.",
                            "\nBilling was left out: there is an embedded PostgreSQL for Linux only.");
            return teller.wrongSteps();
        }
        new BillingScene(teller, pipeline, introduced(LedgerClient.connect(ledger.get()), teller), "")
                .play(pipeline, Optional.of(ending));
        return teller.wrongSteps();
    }

    /**
     * Plays what can be played on a system that others use too: the month end on a virtual clock only, and billing where
     * there is a ledger. The customers are new ones in each run.
     *
     * @param catalogs those of the system
     * @return how many steps came out otherwise than the contract says
     * @throws UserError if something of the system does not answer
     */
    public int play(KafkaAccess access, CatalogHistory catalogs, Optional<LedgerClient> ledger)
            throws InterruptedException {
        String suffix = "-" + UUID.randomUUID().toString().substring(0, 8);
        Instant now = Instant.now();
        HelpPageScene.requireProducts(catalogs.inForceAt(now));
        StoryTeller teller = teller(catalogs, now);
        try (Conversation pipeline = new Conversation(access, customer -> customer.endsWith(suffix))) {
            teller.narrator()
                    .say(
                            "\nTudo o que segue passa pelo Kafka em " + access.bootstrapServers() + ".",
                            "\nAll that follows goes through Kafka at " + access.bootstrapServers() + ".");
            new HelpPageScene(teller, catalogs, calendar, suffix).play(pipeline, now);
            if (ledger.isPresent()) {
                new BillingScene(teller, pipeline, introduced(ledger.get(), teller), suffix).playSettlement();
            }
        } catch (NoAnswerException silent) {
            throw new UserError(
                    silent.getMessage() + "; does a processor run on " + access.bootstrapServers() + "?", silent);
        }
        return teller.wrongSteps();
    }

    /** Plays the story of the help page alone, with the default catalog. */
    int play(StoryPipeline pipeline, Instant now) throws InterruptedException {
        CatalogHistory catalogs = defaultCatalog();
        StoryTeller teller = teller(catalogs, now);
        new HelpPageScene(teller, catalogs, calendar, "").play(pipeline, now);
        return teller.wrongSteps();
    }

    /** Plays the stories of billing alone, with the default catalog. */
    int playBilling(MovablePipeline pipeline, BillingLedger ledger, Instant now) throws InterruptedException {
        StoryTeller teller = teller(defaultCatalog(), now);
        new BillingScene(teller, pipeline, ledger, "").play(pipeline, Optional.empty());
        return teller.wrongSteps();
    }

    private StoryTeller teller(CatalogHistory catalogs, Instant now) {
        CatalogVersion catalog = catalogs.inForceAt(now);
        return new StoryTeller(new Narrator(output, language, palette, catalog, calendar.zone()), catalog, calendar);
    }

    private static LedgerClient introduced(LedgerClient ledger, StoryTeller teller) {
        teller.narrator()
                .say(
                        "\nA cobrança é um serviço à parte, com seu próprio PostgreSQL, em " + ledger.url() + ".",
                        "\nBilling is a service of its own, with its own PostgreSQL, at " + ledger.url() + ".");
        return ledger;
    }

    private static CatalogHistory defaultCatalog() {
        CatalogVersion catalog = DefaultCatalog.load();
        Duration margin = ProcessorSettings.DEFAULT.publishMargin();
        return CatalogHistory.of(
                List.of(new PublishedCatalog(catalog, catalog.effectiveFrom().minus(margin))), margin);
    }
}
