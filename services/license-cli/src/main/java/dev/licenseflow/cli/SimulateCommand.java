package dev.licenseflow.cli;

import dev.licenseflow.cli.catalog.CatalogFiles;
import dev.licenseflow.cli.client.RecordLine;
import dev.licenseflow.domain.catalog.CatalogVersion;
import dev.licenseflow.domain.month.BusinessCalendar;
import dev.licenseflow.messaging.json.DefaultCatalog;
import dev.licenseflow.messaging.json.RecordJson;
import dev.licenseflow.testkit.InputLine;
import dev.licenseflow.testkit.Simulation;
import dev.licenseflow.testkit.WrittenRecord;
import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
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
        long started = System.nanoTime();
        AtomicLong played = new AtomicLong();
        AtomicLong written = new AtomicLong();
        try (BufferedWriter output = new BufferedWriter(
                        new OutputStreamWriter(new FileOutputStream(FileDescriptor.out), StandardCharsets.UTF_8));
                Simulation simulation =
                        new Simulation(catalogs, new BusinessCalendar(zone), printer(output, input, written))) {
            input.forEachLine(line -> {
                simulation.play(InputLine.parseTimed(line));
                played.incrementAndGet();
            });
        }
        if (timing) {
            long millis = (System.nanoTime() - started) / 1_000_000;
            spec.commandLine().getErr().printf("%s lines in, %s records out, %d ms%n", played, written, millis);
        }
        return CommandLine.ExitCode.OK;
    }

    /** Prints records as they come; at once, if somebody may be waiting for them. */
    private Consumer<WrittenRecord> printer(BufferedWriter output, InputFile input, AtomicLong written) {
        RecordJson json = new RecordJson(zone);
        return record -> {
            try {
                output.write(RecordLine.of(record, json));
                output.write('\n');
                if (input.isStandardInput()) {
                    output.flush();
                }
                written.incrementAndGet();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        };
    }
}
