package dev.licenseflow.cli;

import dev.licenseflow.cli.catalog.CatalogFiles;
import dev.licenseflow.cli.client.RecordLine;
import dev.licenseflow.domain.catalog.CatalogVersion;
import dev.licenseflow.domain.month.BusinessCalendar;
import dev.licenseflow.messaging.json.DefaultCatalog;
import dev.licenseflow.messaging.json.RecordJson;
import dev.licenseflow.testkit.InputLine;
import dev.licenseflow.testkit.Simulation;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code licenseflow simulate}: the pipeline on a virtual clock; the same input always prints the same bytes. */
@Command(name = "simulate", mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class SimulateCommand implements Callable<Integer> {

    @Option(names = "--catalog", paramLabel = "FILE", arity = "1")
    private List<Path> catalogFiles = List.of();

    @Option(names = "--zone", paramLabel = "ZONE", defaultValue = "America/Sao_Paulo")
    private ZoneId zone;

    @Option(names = "--timing")
    private boolean timing;

    @Parameters(arity = "0..1", paramLabel = "FILE", defaultValue = "-")
    private String file;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<CatalogVersion> catalogs =
                catalogFiles.isEmpty() ? List.of(DefaultCatalog.load()) : CatalogFiles.readHistory(catalogFiles);
        InputFile input = new InputFile(file);
        PrintWriter output = spec.commandLine().getOut();
        RecordJson json = new RecordJson(zone);
        long started = System.nanoTime();
        AtomicLong played = new AtomicLong();
        AtomicLong written = new AtomicLong();
        try (Simulation simulation = new Simulation(catalogs, new BusinessCalendar(zone), record -> {
            output.print(RecordLine.of(record, json) + "\n");
            written.incrementAndGet();
        })) {
            input.forEachLine(line -> {
                simulation.play(InputLine.parseTimed(line));
                played.incrementAndGet();
                if (input.isStandardInput()) {
                    output.flush(); // a user at a terminal waits for the answer
                }
            });
        } finally {
            output.flush();
        }
        if (output.checkError()) {
            throw new IOException("The output cannot be written");
        }
        if (timing) {
            long millis = (System.nanoTime() - started) / 1_000_000;
            spec.commandLine().getErr().printf("%s lines in, %s records out, %d ms%n", played, written, millis);
        }
        return CommandLine.ExitCode.OK;
    }
}
