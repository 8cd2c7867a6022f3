package dev.licenseflow.cli.accounts;

import dev.licenseflow.portal.account.AccountList;
import java.io.PrintWriter;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code licenseflow accounts list}: who may use the portal. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description =
                "Lists the partners, their people and the labels of their keys; neither passwords nor keys can be read.",
        footer = {
            "",
            "Example:",
            "  licenseflow accounts list",
            "",
            "Exit status: 0; 2 when the database does not answer."
        })
final class ListCommand implements Runnable {

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private PortalDatabaseOptions database;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public void run() {
        PrintWriter output = spec.commandLine().getOut();
        database.use(source -> {
            for (AccountList.Entry partner : new AccountList(JdbcClient.create(source)).entries()) {
                output.println(partner.partnerId() + "  " + partner.name());
                partner.people()
                        .forEach(person -> output.println("  person  " + person.email() + "  " + person.name()));
                partner.keyLabels().forEach(label -> output.println("  key     " + label));
            }
        });
    }
}
