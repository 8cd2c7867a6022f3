package dev.licenseflow.testkit;

import dev.licenseflow.cli.simulation.SimulationLine;
import dev.licenseflow.cli.simulation.VirtualPipeline;
import dev.licenseflow.cli.simulation.WrittenRecord;
import dev.licenseflow.domain.catalog.CatalogVersion;
import dev.licenseflow.domain.month.BusinessCalendar;
import dev.licenseflow.messaging.json.RecordJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Plays lines through the real topology, with real serdes and stores. */
public final class TopologyRun {

    /** Topics that say something of one customer; the others say it of a partition. */
    private static final Set<String> OF_CUSTOMERS = Set.of("decisions", "charges", "licenses");

    private TopologyRun() {}

    /** Everything that is written, in order. */
    public static List<RecordLine> of(
            List<SimulationLine> lines, List<CatalogVersion> catalogs, BusinessCalendar calendar) {
        List<RecordLine> records = new ArrayList<>();
        try (VirtualPipeline pipeline =
                new VirtualPipeline(catalogs, calendar, lines.get(0).at())) {
            for (SimulationLine line : lines) {
                pipeline.moveTo(line.at());
                line.publishTo(pipeline);
                records.addAll(lines(pipeline.written(), calendar));
            }
        }
        return records;
    }

    /** Records as text, with times in the business zone. */
    public static List<RecordLine> lines(List<WrittenRecord> records, BusinessCalendar calendar) {
        RecordJson json = new RecordJson(calendar.zone());
        return records.stream().map(record -> line(record, json)).toList();
    }

    /** Those of the records that {@link PureRun} tells as well. */
    public static List<RecordLine> ofCustomers(List<RecordLine> records) {
        return records.stream()
                .filter(record -> OF_CUSTOMERS.contains(record.topic()))
                .toList();
    }

    private static RecordLine line(WrittenRecord record, RecordJson json) {
        String topic = record.topic().substring(record.topic().lastIndexOf('.') + 1);
        return new RecordLine(topic, record.key(), json.format(record.at()), json.write(record.value()));
    }
}
