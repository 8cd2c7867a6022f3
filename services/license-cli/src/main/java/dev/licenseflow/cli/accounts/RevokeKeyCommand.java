package dev.licenseflow.cli.accounts;

import dev.licenseflow.cli.UserError;
import dev.licenseflow.portal.account.Accounts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code licenseflow accounts revoke-key}: for a key that others may know, or that is used no more. */
@Command(
        name = "revoke-key",
        mixinStandardHelpOptions = true,
        description = "Revokes a key; from the next request on it is nobody's.",
        footer = {
            "",
            "Example:",
            "  licenseflow accounts revoke-key parceiro-leste erp",
            "",
            "Exit status: 0; 2 when there is no such key, or the database does not answer."
        })
final class RevokeKeyCommand implements Runnable {

    @Parameters(index = "0", paramLabel = "PARTNER_ID", description = "The partner.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String partnerId;

    @Parameters(index = "1", paramLabel = "LABEL", description = "Under which the key was issued.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String label;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private PortalDatabaseOptions database;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public void run() {
        String words = AccountWords.words("label", label);
        database.use(source -> {
            Accounts accounts = AccountWords.accounts(source);
            AccountWords.requirePartner(accounts, partnerId);
            if (!accounts.revokeKey(partnerId, words)) {
                throw new UserError("The partner " + partnerId + " has no key '" + words + "'");
            }
        });
        spec.commandLine().getOut().println("Key '" + words + "' of " + partnerId + " is revoked");
    }
}
