package dev.licenseflow.cli.accounts;

import dev.licenseflow.cli.UserError;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code licenseflow accounts add-partner}: a reseller who manages customers in the portal. */
@Command(
        name = "add-partner",
        mixinStandardHelpOptions = true,
        description = "Adds a partner; it has neither people nor keys yet.",
        footer = {
            "",
            "Example:",
            "  licenseflow accounts add-partner parceiro-leste 'Leste Sistemas'",
            "",
            "Exit status: 0; 2 when there is such a partner already, or the database does not answer."
        })
final class AddPartnerCommand implements Runnable {

    @Parameters(index = "0", paramLabel = "PARTNER_ID", description = "Its id on the topics, never changed.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String partnerId;

    @Parameters(index = "1", paramLabel = "NAME", description = "Its name, as its people see it.")
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
        String id = AccountWords.partnerId(partnerId);
        String words = AccountWords.words("name", name);
        database.use(source -> {
            if (!AccountWords.accounts(source).addPartner(id, words)) {
                throw new UserError("There is a partner " + id + " already");
            }
        });
        spec.commandLine().getOut().println("Partner " + id + " is added");
    }
}
