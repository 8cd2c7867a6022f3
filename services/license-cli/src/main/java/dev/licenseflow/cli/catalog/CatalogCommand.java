package dev.licenseflow.cli.catalog;

import dev.licenseflow.cli.client.PipelineOptions;
import dev.licenseflow.cli.text.Language;
import dev.licenseflow.cli.text.TextTable;
import dev.licenseflow.cli.text.UserError;
import dev.licenseflow.domain.catalog.CatalogFault;
import dev.licenseflow.domain.catalog.CatalogFaultCode;
import dev.licenseflow.domain.catalog.CatalogHistory;
import dev.licenseflow.domain.catalog.CatalogRules;
import dev.licenseflow.domain.catalog.CatalogVersion;
import dev.licenseflow.messaging.json.CatalogYaml;
import dev.licenseflow.messaging.json.DefaultCatalog;
import dev.licenseflow.messaging.publishing.CatalogTopic;
import dev.licenseflow.processor.processor.ProcessorSettings;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code licenseflow catalog}: the products, their prices and their rules, version by version (C1 to C3). Each method is a
 * command.
 */
@Command(name = "catalog", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "COMMAND")
public final class CatalogCommand {

    private static final String DEFAULT = "default";

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Command(mixinStandardHelpOptions = true)
    void validate(
            @Parameters(paramLabel = "FILE") Path file,
            @Option(names = "--after", paramLabel = "PREVIOUS", arity = "1..*") @Nullable List<Path> previous) {
        CatalogVersion catalog = CatalogFiles.read(file);
        List<CatalogVersion> history = CatalogFiles.readHistory(previous == null ? List.of() : previous);
        Optional<CatalogVersion> last = history.stream().reduce((earlier, later) -> later);
        refuse(
                file,
                CatalogRules.faults(catalog, last).stream()
                        .filter(fault -> last.isPresent() || fault.code() != CatalogFaultCode.VERSION_NOT_NEXT)
                        .toList());
        output().printf(
                        "%s: version %d with %d products is valid%s%n",
                        file,
                        catalog.version(),
                        catalog.products().size(),
                        last.map(before -> " after version " + before.version())
                                .orElse(
                                        catalog.version() == 1
                                                ? ""
                                                : " by itself; --after checks what may follow what"));
    }

    @Command(mixinStandardHelpOptions = true)
    void diff(
            @Parameters(index = "0", paramLabel = "OLD") Path before,
            @Parameters(index = "1", paramLabel = "NEW") Path after,
            @Option(names = "--lang", paramLabel = "pt|en", defaultValue = "en") Language language,
            @Option(names = "--zone", paramLabel = "ZONE", defaultValue = "America/Sao_Paulo") ZoneId zone) {
        new CatalogDiff(language, zone, CatalogFiles.read(before), CatalogFiles.read(after))
                .lines()
                .forEach(output()::println);
    }

    @Command(mixinStandardHelpOptions = true)
    void publish(@Parameters(paramLabel = "FILE") Path file, @Mixin PipelineOptions pipeline) {
        CatalogVersion catalog = CatalogFiles.read(file);
        refuse(file, topic(pipeline).publish(catalog));
        output().printf("Version %d is published; it takes effect at %s%n", catalog.version(), catalog.effectiveFrom());
    }

    @Command(mixinStandardHelpOptions = true)
    void list(
            @Mixin PipelineOptions pipeline,
            @Option(names = "--zone", paramLabel = "ZONE", defaultValue = "America/Sao_Paulo") ZoneId zone) {
        CatalogHistory history = topic(pipeline).history();
        Instant now = Instant.now();
        CatalogVersion inForce = history.inForceAt(now);
        TextTable table = TextTable.of(">Version", "Takes effect", ">Products", "State");
        for (CatalogVersion catalog : history.versions()) {
            table.row(
                    Integer.toString(catalog.version()),
                    Language.EN.time(catalog.effectiveFrom(), zone),
                    Integer.toString(catalog.products().size()),
                    state(catalog, inForce, now));
        }
        table.lines().forEach(output()::println);
    }

    @Command(mixinStandardHelpOptions = true)
    void show(
            @Parameters(paramLabel = "VERSION") String version,
            @Mixin PipelineOptions pipeline,
            @Option(names = "--zone", paramLabel = "ZONE", defaultValue = "America/Sao_Paulo") ZoneId zone) {
        output().print(
                        version.equals(DEFAULT)
                                ? DefaultCatalog.text()
                                : CatalogYaml.write(published(number(version), pipeline), zone));
        output().flush();
    }

    private static CatalogVersion published(int number, PipelineOptions pipeline) {
        return topic(pipeline)
                .history()
                .version(number)
                .orElseThrow(() -> new UserError("The pipeline has no catalog version " + number));
    }

    private static CatalogTopic topic(PipelineOptions pipeline) {
        return new CatalogTopic(pipeline.connect(), ProcessorSettings.DEFAULT.publishMargin());
    }

    private static int number(String version) {
        try {
            return Integer.parseInt(version);
        } catch (NumberFormatException notOne) {
            throw new UserError(version + " is neither a number nor " + DEFAULT, notOne);
        }
    }

    private static void refuse(Path file, List<CatalogFault> faults) {
        if (!faults.isEmpty()) {
            throw new UserError(
                    faults.stream().map(fault -> file + ": " + fault).collect(Collectors.joining("\n")));
        }
    }

    private static String state(CatalogVersion catalog, CatalogVersion inForce, Instant now) {
        if (catalog.effectiveFrom().isAfter(now)) {
            return "to come";
        }
        return catalog.version() == inForce.version() ? "in force" : "replaced";
    }

    private PrintWriter output() {
        return spec.commandLine().getOut();
    }
}
