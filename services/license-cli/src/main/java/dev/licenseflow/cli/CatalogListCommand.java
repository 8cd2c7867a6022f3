package dev.licenseflow.cli;

import dev.licenseflow.cli.client.PipelineOptions;
import dev.licenseflow.cli.words.Language;
import dev.licenseflow.cli.words.TextTable;
import dev.licenseflow.domain.catalog.CatalogHistory;
import dev.licenseflow.domain.catalog.CatalogVersion;
import dev.licenseflow.messaging.publishing.CatalogTopic;
import dev.licenseflow.processor.topology.ProcessorSettings;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code licenseflow catalog list}: the versions that a running pipeline goes by. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "Lists the catalog versions of a running pipeline.",
        footer = {
            "",
            "Example:",
            "  licenseflow catalog list",
            "",
            "Exit status: 0; 2 when no broker or registry answers."
        })
final class CatalogListCommand implements Callable<Integer> {

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private PipelineOptions pipeline;

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            defaultValue = "America/Sao_Paulo",
            description = "In which times are shown. Default: ${DEFAULT-VALUE}.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private ZoneId zone;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() {
        CatalogHistory history =
                new CatalogTopic(pipeline.connect(), ProcessorSettings.DEFAULT.publishMargin()).history();
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
        table.lines().forEach(spec.commandLine().getOut()::println);
        return CommandLine.ExitCode.OK;
    }

    private static String state(CatalogVersion catalog, CatalogVersion inForce, Instant now) {
        if (catalog.effectiveFrom().isAfter(now)) {
            return "to come";
        }
        return catalog.version() == inForce.version() ? "in force" : "replaced";
    }
}
