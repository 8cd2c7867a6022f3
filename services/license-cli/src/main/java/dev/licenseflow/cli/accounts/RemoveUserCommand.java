package dev.licenseflow.cli.accounts;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code licenseflow accounts remove-user}: somebody who has left the partner. */
@Command(
        name = "remove-user",
        mixinStandardHelpOptions = true,
        description = {
            "Takes the address and the password from a person.",
            "All sessions of the person end, at their next page. The name stays where the history shows who asked for what;"
                    + " the address can be given again."
        },
        footer = {
            "",
            "Example:",
            "  licenseflow accounts remove-user eva@leste.example",
            "",
            "Exit status: 0; 2 when nobody has the address, or the database does not answer."
        })
final class RemoveUserCommand implements Runnable {

    @Parameters(index = "0", paramLabel = "EMAIL", description = "What the person signs in with.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String email;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private PortalDatabaseOptions database;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public void run() {
        String address = AccountWords.email(email);
        database.use(source -> {
            if (!AccountWords.accounts(source).removeUser(address)) {
                throw AccountWords.nobody(address);
            }
        });
        spec.commandLine().getOut().println(address + " can no longer sign in");
    }
}
