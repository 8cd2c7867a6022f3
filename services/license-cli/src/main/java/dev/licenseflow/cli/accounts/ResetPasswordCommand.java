package dev.licenseflow.cli.accounts;

import dev.licenseflow.portal.account.Accounts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code licenseflow accounts reset-password}: for somebody who has forgotten it, or whose password others may know. */
@Command(
        name = "reset-password",
        mixinStandardHelpOptions = true,
        description = {
            "Gives a person a new password and tells it, once.",
            "A lock after wrong passwords ends, and so do all sessions of the person, at their next page."
        },
        footer = {
            "",
            "Example:",
            "  licenseflow accounts reset-password eva@leste.example",
            "",
            "Exit status: 0; 2 when nobody has the address, or the database does not answer."
        })
final class ResetPasswordCommand implements Runnable {

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
            Accounts accounts = AccountWords.accounts(source);
            String password = accounts.randomText(AccountWords.PASSWORD_BYTES);
            if (!accounts.resetPassword(address, password)) {
                throw AccountWords.nobody(address);
            }
            spec.commandLine().getOut().println("Password of " + address + ", told this once: " + password);
        });
    }
}
