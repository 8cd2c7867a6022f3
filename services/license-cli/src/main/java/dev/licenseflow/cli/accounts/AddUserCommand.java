package dev.licenseflow.cli.accounts;

import dev.licenseflow.cli.UserError;
import dev.licenseflow.portal.account.Accounts;
import dev.licenseflow.portal.account.EmailTakenException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code licenseflow accounts add-user}: somebody of a partner who signs in to the portal. */
@Command(
        name = "add-user",
        mixinStandardHelpOptions = true,
        description = "Adds a person of a partner and tells the password, once.",
        footer = {
            "",
            "Example:",
            "  licenseflow accounts add-user parceiro-leste eva@leste.example 'Eva Rocha'",
            "",
            "Exit status: 0; 2 for an unknown partner or an address that is taken, or when the database does not answer."
        })
final class AddUserCommand implements Runnable {

    @Parameters(index = "0", paramLabel = "PARTNER_ID", description = "The partner.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String partnerId;

    @Parameters(index = "1", paramLabel = "EMAIL", description = "What the person signs in with, whatever its case.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String email;

    @Parameters(index = "2", paramLabel = "NAME", description = "The name of the person, for the history.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String name;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private PortalDatabaseOptions database;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public void run() {
        String address = AccountWords.email(email);
        String words = AccountWords.words("name", name);
        database.use(source -> {
            Accounts accounts = AccountWords.accounts(source);
            AccountWords.requirePartner(accounts, partnerId);
            String password = accounts.randomText(AccountWords.PASSWORD_BYTES);
            try {
                accounts.addUser(partnerId, address, words, password);
            } catch (EmailTakenException taken) {
                throw new UserError("Somebody signs in with " + address + " already", taken);
            }
            spec.commandLine().getOut().println("Password of " + address + ", told this once: " + password);
        });
    }
}
