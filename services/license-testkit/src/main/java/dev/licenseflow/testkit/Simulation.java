package dev.licenseflow.testkit;

import dev.licenseflow.domain.catalog.CatalogVersion;
import dev.licenseflow.domain.month.BusinessCalendar;
import dev.licenseflow.messaging.json.JsonFormatException;
import java.io.BufferedReader;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** Plays lines of input through a {@link VirtualPipeline}, which starts at the time of the first of them. */
public final class Simulation {

    private final List<CatalogVersion> catalogs;
    private final BusinessCalendar calendar;
    private final Consumer<WrittenRecord> output;

    /** @param output told of every record the pipeline writes, in order */
    public Simulation(List<CatalogVersion> catalogs, BusinessCalendar calendar, Consumer<WrittenRecord> output) {
        this.catalogs = List.copyOf(catalogs);
        this.calendar = calendar;
        this.output = output;
    }

    /**
     * Plays all lines; empty ones and comments are passed over.
     *
     * @return how many lines were played
     * @throws SimulationInputException at the first line that is not valid; what came before it has been put out
     */
    public long run(BufferedReader input) throws IOException {
        long played = 0;
        int number = 0;
        Instant last = Instant.MIN;
        VirtualPipeline pipeline = null;
        try {
            for (String text = input.readLine(); text != null; text = input.readLine()) {
                number++;
                if (text.isBlank() || text.startsWith("#")) {
                    continue;
                }
                SimulationLine line = parse(text, number);
                if (line.at().isBefore(last)) {
                    throw new SimulationInputException(number, "at: earlier than the line before");
                }
                last = line.at();
                if (pipeline == null) {
                    pipeline = new VirtualPipeline(catalogs, calendar, last);
                }
                play(line, pipeline);
                played++;
            }
            return played;
        } finally {
            if (pipeline != null) {
                pipeline.close();
            }
        }
    }

    private void play(SimulationLine line, VirtualPipeline pipeline) {
        pipeline.moveTo(line.at());
        line.publishTo(pipeline);
        pipeline.written().forEach(output);
    }

    private static SimulationLine parse(String text, int number) {
        try {
            return SimulationLine.parse(text);
        } catch (JsonFormatException wrong) {
            throw new SimulationInputException(number, String.valueOf(wrong.getMessage()));
        }
    }
}
