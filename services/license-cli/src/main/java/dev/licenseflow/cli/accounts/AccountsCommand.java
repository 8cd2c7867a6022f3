package dev.licenseflow.cli.accounts;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code licenseflow accounts}: who may use the portal. */
@Command(
        name = "accounts",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = {
            "Partners of the portal, the people who sign in to it, and the keys of their programs.",
            "It works on the portal's database: --database-url, or PORTAL_DATABASE_URL, _USER and _PASSWORD, or the one of"
                    + " the 'up' that runs on --data."
        },
        subcommands = {
            AddPartnerCommand.class,
            AddUserCommand.class,
            ResetPasswordCommand.class,
            RemoveUserCommand.class,
            IssueKeyCommand.class,
            RevokeKeyCommand.class,
            ListCommand.class
        },
        footer = {
            "",
            "Examples:",
            "  licenseflow accounts add-partner parceiro-leste 'Leste Sistemas'",
            "  licenseflow accounts add-user parceiro-leste eva@leste.example 'Eva Rocha'",
            "  licenseflow accounts list",
            "",
            "Exit status: 0; 2 for what you can mend, such as an unknown partner or a database that does not answer."
        })
public final class AccountsCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "A command is missing");
    }
}
