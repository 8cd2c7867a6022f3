package dev.licenseflow.cli.accounts;

import dev.licenseflow.cli.UserError;
import dev.licenseflow.portal.account.Accounts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code licenseflow accounts issue-key}: a key for programs of a partner. */
@Command(
        name = "issue-key",
        mixinStandardHelpOptions = true,
        description = "Issues a key for the API of the portal and tells it, once.",
        footer = {
            "",
            "Example:",
            "  licenseflow accounts issue-key parceiro-leste erp",
            "",
            "Exit status: 0; 2 for an unknown partner or a label in use, or when the database does not answer."
        })
final class IssueKeyCommand implements Runnable {

    @Parameters(index = "0", paramLabel = "PARTNER_ID", description = "The partner.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String partnerId;

    @Parameters(index = "1", paramLabel = "LABEL", description = "What the key is for; it is revoked under this name.")
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
            if (accounts.hasKey(partnerId, words)) {
                throw new UserError("The partner " + partnerId + " has a key '" + words
                        + "' already; revoke it first, or take another label");
            }
            spec.commandLine()
                    .getOut()
                    .println("Key '" + words + "' of " + partnerId + ", told this once: "
                            + accounts.issueKey(partnerId, words));
        });
    }
}
