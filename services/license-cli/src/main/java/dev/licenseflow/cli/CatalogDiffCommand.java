package dev.licenseflow.cli;

import dev.licenseflow.cli.catalog.CatalogDiff;
import dev.licenseflow.cli.words.Language;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code licenseflow catalog diff}: what a new version changes, in words. */
@Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        description = "Says in words what a new catalog version changes.",
        footer = {
            "",
            "Example:",
            "  licenseflow catalog diff v1.yaml v2.yaml --lang pt",
            "",
            "Exit status: 0 when both could be read, whatever differs; 2 when one could not."
        })
final class CatalogDiffCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "OLD", description = "The version before.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path before;

    @Parameters(index = "1", paramLabel = "NEW", description = "The version after.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path after;

    @Option(
            names = "--lang",
            paramLabel = "pt|en",
            defaultValue = "en",
            description = "The language. Default: ${DEFAULT-VALUE}.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Language language;

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            defaultValue = "America/Sao_Paulo",
            description = "In which dates are shown. Default: ${DEFAULT-VALUE}.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private ZoneId zone;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() {
        new CatalogDiff(language, zone)
                .lines(CatalogFiles.read(before), CatalogFiles.read(after))
                .forEach(spec.commandLine().getOut()::println);
        return CommandLine.ExitCode.OK;
    }
}
