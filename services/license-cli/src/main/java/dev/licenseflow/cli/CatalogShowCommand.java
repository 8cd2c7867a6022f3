package dev.licenseflow.cli;

import dev.licenseflow.cli.client.PipelineOptions;
import dev.licenseflow.domain.catalog.CatalogVersion;
import dev.licenseflow.messaging.json.CatalogYaml;
import dev.licenseflow.messaging.json.DefaultCatalog;
import dev.licenseflow.messaging.publishing.CatalogTopic;
import dev.licenseflow.processor.topology.ProcessorSettings;
import java.io.PrintWriter;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code licenseflow catalog show}: a version as a document, to be read or to begin the next one with. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = "Prints a catalog version as a document.",
        footer = {
            "",
            "Examples:",
            "  licenseflow catalog show default > v1.yaml",
            "  licenseflow catalog show 2",
            "",
            "Exit status: 0; 2 when there is no such version, or no broker or registry answers."
        })
final class CatalogShowCommand implements Callable<Integer> {

    private static final String DEFAULT = "default";

    @Parameters(
            paramLabel = "VERSION",
            description = "The number of a version of the running pipeline; " + DEFAULT
                    + " is the one that ships with the project, and needs no pipeline.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String version;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private PipelineOptions pipeline;

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            defaultValue = "America/Sao_Paulo",
            description = "In which its time is shown. Default: ${DEFAULT-VALUE}.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private ZoneId zone;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter output = spec.commandLine().getOut();
        output.print(version.equals(DEFAULT) ? DefaultCatalog.text() : CatalogYaml.write(published(), zone));
        output.flush();
        return CommandLine.ExitCode.OK;
    }

    private CatalogVersion published() {
        int number = number();
        CatalogTopic topic = new CatalogTopic(pipeline.connect(), ProcessorSettings.DEFAULT.publishMargin());
        return topic.history()
                .version(number)
                .orElseThrow(() -> new UserError("The pipeline has no catalog version " + number));
    }

    private int number() {
        try {
            return Integer.parseInt(version);
        } catch (NumberFormatException notOne) {
            throw new UserError(version + " is neither a number nor " + DEFAULT, notOne);
        }
    }
}
