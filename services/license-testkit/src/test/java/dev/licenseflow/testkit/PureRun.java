package dev.licenseflow.testkit;

import dev.licenseflow.domain.catalog.CatalogVersion;
import dev.licenseflow.domain.charge.Charge;
import dev.licenseflow.domain.decision.Decided;
import dev.licenseflow.domain.decision.Decision;
import dev.licenseflow.domain.fixture.PureCore;
import dev.licenseflow.domain.license.CustomerLicenses;
import dev.licenseflow.domain.license.OpenCharge;
import dev.licenseflow.domain.license.PublishedLicenses;
import dev.licenseflow.domain.month.BusinessCalendar;
import dev.licenseflow.domain.request.Settlement;
import dev.licenseflow.domain.simulation.Input;
import dev.licenseflow.messaging.json.RecordJson;
import dev.licenseflow.messaging.json.SettlementLine;
import dev.licenseflow.messaging.mapping.ChargeMapper;
import dev.licenseflow.messaging.mapping.LicenseStateMapper;
import dev.licenseflow.messaging.mapping.decision.DecisionMapper;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;

/** Plays lines on the pure core, and tells what the topology would have to write on the topics of customers. */
final class PureRun {

    /** Topics that say something of one customer; the others say it of a partition. */
    private static final Set<String> OF_CUSTOMERS = Set.of("decisions", "charges", "licenses");

    private final PureCore core;
    private final RecordJson json;
    private final List<RecordText> records = new ArrayList<>();

    private YearMonth month;

    /** @param catalogs versions that have been known long before */
    PureRun(List<CatalogVersion> catalogs, BusinessCalendar calendar, Instant start) {
        this.core = new PureCore(calendar);
        this.json = new RecordJson(calendar.zone());
        this.month = calendar.monthOf(start);
        Instant known = catalogs.get(0).effectiveFrom().minus(Duration.ofDays(1));
        catalogs.forEach(catalog -> core.publish(catalog, known));
    }

    /** Those of the topology's records that the core tells as well. */
    static List<RecordText> ofCustomers(List<RecordText> records) {
        return records.stream()
                .filter(record -> OF_CUSTOMERS.contains(record.topic()))
                .toList();
    }

    /** What comes of the lines; a record under a foreign key comes to nothing here (D1). */
    static List<RecordText> of(List<InputLine> lines, List<CatalogVersion> catalogs, BusinessCalendar calendar) {
        PureRun run = new PureRun(catalogs, calendar, lines.get(0).at().orElseThrow());
        for (InputLine line : lines) {
            run.moveTo(line.at().orElseThrow());
            run.play(line);
        }
        return run.taken();
    }

    /** Closes the months that begin until then, for every customer. */
    void moveTo(Instant at) {
        while (month.isBefore(core.calendar().monthOf(at))) {
            month = month.plusMonths(1);
            write(core.beginMonth(month), core.calendar().startOf(month));
        }
    }

    /** Plays one record of a random history. */
    void play(Input input) {
        write(input.playOn(core), input.at());
    }

    /** The core itself, for who wants to see how things stand. */
    PureCore core() {
        return core;
    }

    /** What came out since the last call. */
    List<RecordText> taken() {
        List<RecordText> taken = List.copyOf(records);
        records.clear();
        return taken;
    }

    private void play(InputLine line) {
        Instant at = line.at().orElseThrow();
        line.request()
                .filter(asked -> line.key().orElse(asked.customerId()).equals(asked.customerId()))
                .ifPresent(asked -> write(core.request(asked, at), at));
        line.backOffice()
                .filter(asked -> line.key().orElse(asked.customerId()).equals(asked.customerId()))
                .ifPresent(asked -> write(core.backOffice(asked, at), at));
        line.settlement()
                .filter(answer -> line.key().orElse(answer.customerId()).equals(answer.customerId()))
                .ifPresent(answer -> write(core.settle(settlement(answer), at), at));
    }

    private void write(List<Decided> decisions, Instant at) {
        decisions.forEach(decided -> write(decided, at));
    }

    private Settlement settlement(SettlementLine line) {
        CustomerLicenses licenses = core.licensesOf(line.customerId());
        return line.toSettlement(
                licenses.openCharges().stream().map(OpenCharge::chargeId).toList());
    }

    private void write(Decided decided, Instant at) {
        Decision decision = decided.decision();
        write("decisions", decision, at, DecisionMapper.toAvro(decision));
        for (Charge charge : decided.charges()) {
            write("charges", decision, at, ChargeMapper.toAvro(charge));
        }
        if (!decision.duplicate() && decision.changesWhatIsShown()) {
            write(
                    "licenses",
                    decision,
                    at,
                    LicenseStateMapper.toAvro(PublishedLicenses.of(core.licensesOf(decision.customerId()), "BRL")));
        }
    }

    private void write(String topic, Decision decision, Instant at, SpecificRecord value) {
        records.add(new RecordText(topic, decision.customerId(), json.format(at), json.write(value)));
    }
}
