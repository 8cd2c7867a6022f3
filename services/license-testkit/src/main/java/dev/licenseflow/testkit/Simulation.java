package dev.licenseflow.testkit;

import dev.licenseflow.domain.catalog.CatalogVersion;
import dev.licenseflow.domain.month.BusinessCalendar;
import dev.licenseflow.messaging.json.JsonFormatException;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Plays lines of input through a {@link VirtualPipeline}, which starts at the time of the first of them. */
public final class Simulation implements AutoCloseable {

    private final List<CatalogVersion> catalogs;
    private final BusinessCalendar calendar;
    private final Consumer<WrittenRecord> output;
    private Instant last = Instant.MIN;
    private @Nullable VirtualPipeline pipeline;

    /** @param output told of every record the pipeline writes, in order */
    public Simulation(List<CatalogVersion> catalogs, BusinessCalendar calendar, Consumer<WrittenRecord> output) {
        this.catalogs = List.copyOf(catalogs);
        this.calendar = calendar;
        this.output = output;
    }

    /**
     * Plays the next line.
     *
     * @throws JsonFormatException if its time is before that of the line before
     */
    public void play(InputLine line) {
        Instant at = line.at().orElseThrow();
        if (at.isBefore(last)) {
            throw new JsonFormatException("at: earlier than the line before");
        }
        last = at;
        VirtualPipeline started = pipeline == null ? new VirtualPipeline(catalogs, calendar, at) : pipeline;
        pipeline = started;
        started.moveTo(at);
        line.publishTo(started);
        started.written().forEach(output);
    }

    @Override
    public void close() {
        if (pipeline != null) {
            pipeline.close();
        }
    }
}
