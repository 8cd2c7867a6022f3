package dev.licenseflow.cli.demo;

import dev.licenseflow.cli.text.Language;
import dev.licenseflow.cli.text.TerminalColors;
import dev.licenseflow.cli.text.UserError;
import dev.licenseflow.domain.catalog.CatalogHistory;
import dev.licenseflow.domain.catalog.CatalogVersion;
import dev.licenseflow.domain.catalog.PublishedCatalog;
import dev.licenseflow.domain.month.BusinessCalendar;
import dev.licenseflow.messaging.json.DefaultCatalog;
import dev.licenseflow.messaging.publishing.KafkaAccess;
import dev.licenseflow.processor.processor.ProcessorSettings;
import dev.licenseflow.standalone.pipeline.StartPhase;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** Plays the scenarios of the help page and of billing, and counts what did not come out as the contract says. */
public final class Demo {

    private final PrintWriter output;
    private final Language language;
    private final TerminalColors colors;
    private final BusinessCalendar calendar;

    public Demo(PrintWriter output, Language language, TerminalColors colors, BusinessCalendar calendar) {
        this.output = output;
        this.language = language;
        this.colors = colors;
        this.calendar = calendar;
    }

    /**
     * Plays it on a pipeline of its own, which is gone afterwards.
     *
     * @param progress called with each part that is being started
     * @return how many steps did not come out as the contract says
     */
    public int play(Consumer<StartPhase> progress) throws InterruptedException {
        try (LivePipeline pipeline = new LivePipeline(calendar, Instant.now(), progress)) {
            return play(pipeline);
        }
    }

    int play(LivePipeline pipeline) throws InterruptedException {
        CatalogHistory catalogs = defaultCatalog();
        ScenarioChecker checker = checker(catalogs, pipeline.now());
        checker.printer().paragraph("demo.ownKafka", pipeline.access().bootstrapServers());
        VirtualReplay replay =
                new HelpPageScenario(checker, catalogs, calendar, "").play(pipeline.client(), pipeline.now());
        Optional<String> url = pipeline.ledgerUrl();
        if (url.isEmpty()) {
            checker.printer().paragraph("demo.noLedger");
            return checker.wrongSteps();
        }
        LedgerClient ledger = LedgerClient.connect(url.get());
        checker.printer().paragraph("demo.ledger", ledger.url());
        new BillingScenario(checker, pipeline.client(), ledger, "").play(pipeline::begin, Optional.of(replay));
        return checker.wrongSteps();
    }

    /**
     * Plays what can be played on a system that others use too: the month end on a virtual clock only, and billing where
     * there is a ledger. The customers are new ones in each run.
     *
     * @param catalogs those of the system
     * @return how many steps did not come out as the contract says
     * @throws UserError if something of the system does not answer
     */
    public int play(KafkaAccess access, CatalogHistory catalogs, Optional<LedgerClient> ledger)
            throws InterruptedException {
        String suffix = "-" + UUID.randomUUID().toString().substring(0, 8);
        Instant now = Instant.now();
        HelpPageScenario.requireProducts(catalogs.inForceAt(now));
        ScenarioChecker checker = checker(catalogs, now);
        try (KafkaPipeline pipeline = new KafkaPipeline(access, customer -> customer.endsWith(suffix))) {
            checker.printer().paragraph("demo.kafka", access.bootstrapServers());
            new HelpPageScenario(checker, catalogs, calendar, suffix).play(pipeline, now);
            if (ledger.isPresent()) {
                checker.printer().paragraph("demo.ledger", ledger.get().url());
                new BillingScenario(checker, pipeline, ledger.get(), suffix).playSettlement();
            }
        } catch (KafkaPipeline.NoAnswerException silent) {
            throw new UserError(
                    silent.getMessage() + "; does a processor run on " + access.bootstrapServers() + "?", silent);
        }
        return checker.wrongSteps();
    }

    /** Plays the scenario of the help page alone, with the default catalog. */
    int playHelpPage(DemoPipeline pipeline, Instant now) throws InterruptedException {
        CatalogHistory catalogs = defaultCatalog();
        ScenarioChecker checker = checker(catalogs, now);
        new HelpPageScenario(checker, catalogs, calendar, "").play(pipeline, now);
        return checker.wrongSteps();
    }

    /** Plays the scenario of billing alone, with the default catalog. */
    int playBilling(DemoPipeline pipeline, BillingLedger ledger, BillingScenario.MonthStarter months, Instant now)
            throws InterruptedException {
        ScenarioChecker checker = checker(defaultCatalog(), now);
        new BillingScenario(checker, pipeline, ledger, "").play(months, Optional.empty());
        return checker.wrongSteps();
    }

    private ScenarioChecker checker(CatalogHistory catalogs, Instant now) {
        CatalogVersion catalog = catalogs.inForceAt(now);
        DemoPrinter printer = new DemoPrinter(output, language, colors, catalog, calendar.zone());
        return new ScenarioChecker(printer, catalog, calendar.zone());
    }

    private static CatalogHistory defaultCatalog() {
        CatalogVersion catalog = DefaultCatalog.load();
        Duration margin = ProcessorSettings.DEFAULT.publishMargin();
        return CatalogHistory.of(
                List.of(new PublishedCatalog(catalog, catalog.effectiveFrom().minus(margin))), margin);
    }
}
