package dev.licenseflow.cli.demo;

import dev.licenseflow.cli.text.Language;
import dev.licenseflow.cli.text.UserError;
import dev.licenseflow.domain.catalog.CatalogHistory;
import dev.licenseflow.domain.catalog.CatalogVersion;
import dev.licenseflow.domain.decision.Decision;
import dev.licenseflow.domain.month.BusinessCalendar;
import dev.licenseflow.domain.request.Request;
import java.time.Instant;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The scenario of the vendor's help page on a pipeline, and the end of its month on a virtual clock. */
final class HelpPageScenario {

    private static final String FILE = "help-page";
    private static final String SECOND_CUSTOMER = "padaria-da-maria";

    private final ScenarioChecker checker;
    private final CatalogHistory catalogs;
    private final BusinessCalendar calendar;
    private final String suffix;

    /** @param suffix of the customers' ids */
    HelpPageScenario(ScenarioChecker checker, CatalogHistory catalogs, BusinessCalendar calendar, String suffix) {
        this.checker = checker;
        this.catalogs = catalogs;
        this.calendar = calendar;
        this.suffix = suffix;
    }

    /**
     * Checks that a catalog sells what the scenario asks for.
     *
     * @throws UserError if it does not
     */
    static void requireProducts(CatalogVersion catalog) {
        List<String> missing = DemoScenario.read(FILE, Language.EN, customer -> customer).products().stream()
                .filter(code -> catalog.product(code).isEmpty())
                .toList();
        if (!missing.isEmpty()) {
            throw new UserError("The catalog in force, version " + catalog.version() + ", has no "
                    + String.join(", ", missing) + ", which the story is about");
        }
    }

    /** Plays it, at about that time, and then the end of its month on a virtual clock. */
    VirtualReplay play(DemoPipeline pipeline, Instant now) throws InterruptedException {
        checker.printer().today(calendar.dateOf(now));
        DemoScenario scenario = read(customer -> customer + suffix);
        Map<Request, Decision> decided = playRequests(scenario, pipeline);
        if (decided.isEmpty()) {
            checker.printer().paragraph("demo.monthBegan");
            scenario = read(customer -> SECOND_CUSTOMER + suffix);
            decided = playRequests(scenario, pipeline);
        }
        return replay(decided, scenario);
    }

    private DemoScenario read(UnaryOperator<String> customers) {
        return DemoScenario.read(FILE, checker.printer().language(), customers);
    }

    /** Empty if a month began meanwhile: then the month close of the customer would change what follows. */
    private Map<Request, Decision> playRequests(DemoScenario scenario, DemoPipeline pipeline)
            throws InterruptedException {
        Map<Request, Decision> decided = new LinkedHashMap<>();
        YearMonth month = YearMonth.of(1, 1);
        String customerId = "";
        for (DemoScenario.Step step :
                scenario.steps().subList(0, scenario.steps().size() - 1)) {
            DecisionRecords records = checker.ask(decided.size() + 1, step, pipeline);
            YearMonth decidedIn = calendar.monthOf(records.decision().decidedAt());
            if (!decided.isEmpty() && !decidedIn.equals(month)) {
                return Map.of();
            }
            month = decidedIn;
            customerId = records.decision().customerId();
            decided.put(step.line().request().orElseThrow(), records.decision());
            checker.check(records, step.meaning(), scenario);
        }
        int surplus = pipeline.surplus(customerId);
        if (surplus > 0) {
            checker.compare("demo.nothingMore", 0, surplus);
        }
        return decided;
    }

    private VirtualReplay replay(Map<Request, Decision> decided, DemoScenario scenario) {
        DemoScenario.Step begin = scenario.steps().get(scenario.steps().size() - 1);
        VirtualReplay replay = VirtualReplay.of(decided, catalogs, calendar);
        checker.printer().monthHeading(begin.title(), replay.month());
        checker.check(replay.close(), begin.meaning(), scenario);
        checker.check(replay.month(), replay.totals(), begin.meanings().get(1), scenario);
        checker.compare("demo.virtualSame", List.copyOf(decided.values()), replay.decisions());
        return replay;
    }
}
