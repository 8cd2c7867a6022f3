package dev.licenseflow.cli;

import dev.licenseflow.benchmarks.BenchCommand;
import dev.licenseflow.cli.accounts.AccountsCommand;
import dev.licenseflow.cli.catalog.CatalogCommand;
import dev.licenseflow.cli.text.UserError;
import dev.licenseflow.messaging.publishing.CatalogTopicException;
import dev.licenseflow.messaging.publishing.SchemaPublishingException;
import dev.licenseflow.standalone.startup.StartupRefusedException;
import dev.licenseflow.wire.RegistryUnavailableException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.ZoneId;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.TypeConversionException;

/** {@code licenseflow}: what a user says on the command line. */
@Command(
        name = "licenseflow",
        mixinStandardHelpOptions = true,
        resourceBundle = "dev.licenseflow.cli.text.help",
        version = "licenseflow 1.0.0",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            DemoCommand.class,
            UpCommand.class,
            SendCommand.class,
            TailCommand.class,
            SimulateCommand.class,
            CatalogCommand.class,
            ProvisionCommand.class,
            AccountsCommand.class,
            BackOfficeCommand.class,
            BenchCommand.class,
            HelpCommand.class
        })
public final class LicenseflowCommand {

    /** Runs a command and ends the process: 0 if all went well, 2 for a user's mistake, 1 for anything else. */
    public static void main(String[] arguments) {
        System.exit(run(utf8(FileDescriptor.out), utf8(FileDescriptor.err), arguments));
    }

    /** The exit status of a command line. */
    static int run(PrintWriter output, PrintWriter errors, String... arguments) {
        CommandLine line = new CommandLine(new LicenseflowCommand());
        line.setOut(output);
        line.setErr(errors);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.registerConverter(ZoneId.class, LicenseflowCommand::zone);
        line.setExecutionExceptionHandler((failure, command, parsed) -> {
            if (failure instanceof UserError
                    || failure instanceof StartupRefusedException
                    || failure instanceof CatalogTopicException
                    || failure instanceof SchemaPublishingException
                    || failure instanceof RegistryUnavailableException) {
                command.getErr().println(failure.getMessage());
                return CommandLine.ExitCode.USAGE;
            }
            throw failure;
        });
        line.setParameterExceptionHandler((mistake, words) -> {
            CommandLine command = mistake.getCommandLine();
            String name = command.getCommandSpec().qualifiedName();
            command.getErr().println(mistake.getMessage() + " (see " + name + " --help)");
            return CommandLine.ExitCode.USAGE;
        });
        return line.execute(arguments);
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException unknown) {
            throw new TypeConversionException("'" + name + "' is no time zone, such as America/Sao_Paulo");
        }
    }

    /** Whatever the locale of the terminal says, as a minimal one would turn every accent into a question mark. */
    private static PrintWriter utf8(FileDescriptor file) {
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(file), StandardCharsets.UTF_8), true);
    }
}
