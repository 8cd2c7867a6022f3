package dev.licenseflow.cli;

import dev.licenseflow.domain.catalog.CatalogVersion;
import dev.licenseflow.domain.month.BusinessCalendar;
import dev.licenseflow.messaging.json.DefaultCatalog;
import dev.licenseflow.messaging.json.RecordJson;
import dev.licenseflow.testkit.Simulation;
import dev.licenseflow.testkit.SimulationInputException;
import dev.licenseflow.testkit.WrittenRecord;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code licenseflow simulate}: the pipeline on a virtual clock; the same input always prints the same bytes. */
@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        description = {
            "Shows what the pipeline would answer, at any date, without a cluster.",
            "Reads JSON lines in the order of time, and prints one JSON line per record that the pipeline writes."
        },
        footer = {
            "",
            "A line of input:",
            "  {\"at\":\"2026-03-10T10:00:00-03:00\",\"request\":{…}}     publishes a request",
            "  {\"at\":\"2026-03-11T09:00:00-03:00\",\"settlement\":{…}}  publishes a settlement",
            "  {\"at\":\"2026-04-01T00:05:00-03:00\"}                   moves the clock only",
            "",
            "Exit status: 0 when the input was understood, whatever was decided; 2 when a line is not valid."
        })
final class SimulateCommand implements Callable<Integer> {

    @Option(
            names = "--catalog",
            paramLabel = "FILE",
            arity = "1",
            description = "A catalog version; repeat for more. Default: the one that ships with the project.")
    private List<Path> catalogFiles = List.of();

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            defaultValue = "America/Sao_Paulo",
            description = "The business zone. Default: ${DEFAULT-VALUE}.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private ZoneId zone;

    @Option(names = "--timing", description = "Print to standard error how long it took.")
    private boolean timing;

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            defaultValue = "-",
            description = "The input; - or nothing is standard input.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String file;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        List<CatalogVersion> catalogs =
                catalogFiles.isEmpty() ? List.of(DefaultCatalog.load()) : CatalogFiles.readHistory(catalogFiles);
        RecordJson json = new RecordJson(zone);
        long started = System.nanoTime();
        InputFile named = new InputFile(file);
        try (BufferedReader input = named.open();
                BufferedWriter output = new BufferedWriter(
                        new OutputStreamWriter(new FileOutputStream(FileDescriptor.out), StandardCharsets.UTF_8))) {
            OutputLines lines = new OutputLines(output, json, named.isStandardInput());
            Simulation simulation = new Simulation(catalogs, new BusinessCalendar(zone), lines::write);
            long played = run(simulation, input, output);
            if (timing) {
                report(played, lines.written(), Duration.ofNanos(System.nanoTime() - started));
            }
        }
        return CommandLine.ExitCode.OK;
    }

    private long run(Simulation simulation, BufferedReader input, BufferedWriter output) throws IOException {
        try {
            return simulation.run(input);
        } catch (SimulationInputException wrong) {
            output.flush();
            throw new InputFile(file).mistake(wrong.line(), wrong);
        }
    }

    private void report(long played, long written, Duration took) {
        PrintWriter errors = spec.commandLine().getErr();
        errors.printf("%d lines in, %d records out, %d ms%n", played, written, took.toMillis());
    }

    /** Prints records as they come; at once, if somebody may be waiting for them. */
    private static final class OutputLines {

        private final BufferedWriter output;
        private final RecordJson json;
        private final boolean flushing;
        private long written;

        OutputLines(BufferedWriter output, RecordJson json, boolean flushing) {
            this.output = output;
            this.json = json;
            this.flushing = flushing;
        }

        void write(WrittenRecord record) {
            try {
                output.write(record.line(json));
                output.write('\n');
                if (flushing) {
                    output.flush();
                }
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
            written++;
        }

        long written() {
            return written;
        }
    }
}
