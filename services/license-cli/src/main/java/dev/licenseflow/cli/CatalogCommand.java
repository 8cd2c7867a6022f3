package dev.licenseflow.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code licenseflow catalog}: the products, their prices and their rules, version by version (C1 to C3). */
@Command(
        name = "catalog",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Checks, compares and publishes catalog versions.",
        subcommands = {
            CatalogValidateCommand.class,
            CatalogDiffCommand.class,
            CatalogPublishCommand.class,
            CatalogListCommand.class,
            CatalogShowCommand.class
        },
        footer = {
            "",
            "Examples:",
            "  licenseflow catalog show default > v1.yaml",
            "  licenseflow catalog validate v2.yaml --after v1.yaml",
            "  licenseflow catalog diff v1.yaml v2.yaml",
            "  licenseflow catalog publish v2.yaml"
        })
final class CatalogCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "A command is missing");
    }
}
