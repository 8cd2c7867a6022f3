package dev.licenseflow.cli;

import dev.licenseflow.cli.client.PipelineOptions;
import dev.licenseflow.domain.catalog.CatalogFault;
import dev.licenseflow.domain.catalog.CatalogVersion;
import dev.licenseflow.messaging.publishing.CatalogTopic;
import dev.licenseflow.processor.topology.ProcessorSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code licenseflow catalog publish}: the one way by which a version comes to a running pipeline (C2). */
@Command(
        name = "publish",
        mixinStandardHelpOptions = true,
        description = {
            "Publishes a catalog version to a running pipeline, unless it may not follow those that are there.",
            "It has to be known a minute before it takes effect, and is never overwritten."
        },
        footer = {
            "",
            "Example:",
            "  licenseflow catalog publish v2.yaml",
            "",
            "Exit status: 0 when it was published or stands there already; 2 when it was refused, with one line per fault,",
            "or no broker or registry answers."
        })
final class CatalogPublishCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "The document.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path file;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private PipelineOptions pipeline;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() {
        CatalogVersion catalog = CatalogFiles.read(file);
        CatalogTopic topic = new CatalogTopic(pipeline.connect(), ProcessorSettings.DEFAULT.publishMargin());
        List<CatalogFault> faults = topic.publish(catalog);
        if (!faults.isEmpty()) {
            throw new UserError(
                    faults.stream().map(fault -> file + ": " + fault).collect(Collectors.joining("\n")));
        }
        spec.commandLine()
                .getOut()
                .printf("Version %d is published; it takes effect at %s%n", catalog.version(), catalog.effectiveFrom());
        return CommandLine.ExitCode.OK;
    }
}
