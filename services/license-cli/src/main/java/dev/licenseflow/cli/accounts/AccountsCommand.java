package dev.licenseflow.cli.accounts;

import dev.licenseflow.cli.text.UserError;
import dev.licenseflow.portal.account.AccountList;
import dev.licenseflow.portal.account.Accounts;
import dev.licenseflow.portal.account.EmailTakenException;
import java.io.PrintWriter;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code licenseflow accounts}: who may use the portal. Each method is a command. */
@Command(
        name = "accounts",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = {
            "Partners of the portal, the people who sign in to it, and the keys of their programs.",
            "It works on the portal's database: --database-url, or PORTAL_DATABASE_URL, _USER and _PASSWORD, or the one of"
                    + " the 'up' that runs on --data."
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
public final class AccountsCommand {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

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
    void addPartner(
            @Parameters(index = "0", paramLabel = "PARTNER_ID", description = "Its id on the topics, never changed.")
                    String partnerId,
            @Parameters(index = "1", paramLabel = "NAME", description = "Its name, as its people see it.") String name,
            @Mixin PortalDatabaseOptions database) {
        String id = AccountWords.partnerId(partnerId);
        String words = AccountWords.words("name", name);
        database.use(source -> {
            if (!AccountWords.accounts(source).addPartner(id, words)) {
                throw new UserError("There is a partner " + id + " already");
            }
        });
        output().println("Partner " + id + " is added");
    }

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
    void addUser(
            @Parameters(index = "0", paramLabel = "PARTNER_ID", description = "The partner.") String partnerId,
            @Parameters(
                            index = "1",
                            paramLabel = "EMAIL",
                            description = "What the person signs in with, whatever its case.")
                    String email,
            @Parameters(index = "2", paramLabel = "NAME", description = "The name of the person, for the history.")
                    String name,
            @Mixin PortalDatabaseOptions database) {
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
            output().println("Password of " + address + ", told this once: " + password);
        });
    }

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
    void resetPassword(
            @Parameters(index = "0", paramLabel = "EMAIL", description = "What the person signs in with.") String email,
            @Mixin PortalDatabaseOptions database) {
        String address = AccountWords.email(email);
        database.use(source -> {
            Accounts accounts = AccountWords.accounts(source);
            String password = accounts.randomText(AccountWords.PASSWORD_BYTES);
            if (!accounts.resetPassword(address, password)) {
                throw AccountWords.nobody(address);
            }
            output().println("Password of " + address + ", told this once: " + password);
        });
    }

    @Command(
            name = "remove-user",
            mixinStandardHelpOptions = true,
            description = {
                "Takes the address and the password from a person.",
                "All sessions of the person end, at their next page. The name stays where the history shows who asked for"
                        + " what; the address can be given again."
            },
            footer = {
                "",
                "Example:",
                "  licenseflow accounts remove-user eva@leste.example",
                "",
                "Exit status: 0; 2 when nobody has the address, or the database does not answer."
            })
    void removeUser(
            @Parameters(index = "0", paramLabel = "EMAIL", description = "What the person signs in with.") String email,
            @Mixin PortalDatabaseOptions database) {
        String address = AccountWords.email(email);
        database.use(source -> {
            if (!AccountWords.accounts(source).removeUser(address)) {
                throw AccountWords.nobody(address);
            }
        });
        output().println(address + " can no longer sign in");
    }

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
    void issueKey(
            @Parameters(index = "0", paramLabel = "PARTNER_ID", description = "The partner.") String partnerId,
            @Parameters(
                            index = "1",
                            paramLabel = "LABEL",
                            description = "What the key is for; it is revoked under this name.")
                    String label,
            @Mixin PortalDatabaseOptions database) {
        String words = AccountWords.words("label", label);
        database.use(source -> {
            Accounts accounts = AccountWords.accounts(source);
            AccountWords.requirePartner(accounts, partnerId);
            if (accounts.hasKey(partnerId, words)) {
                throw new UserError("The partner " + partnerId + " has a key '" + words
                        + "' already; revoke it first, or take another label");
            }
            output().println("Key '" + words + "' of " + partnerId + ", told this once: "
                    + accounts.issueKey(partnerId, words));
        });
    }

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
    void revokeKey(
            @Parameters(index = "0", paramLabel = "PARTNER_ID", description = "The partner.") String partnerId,
            @Parameters(index = "1", paramLabel = "LABEL", description = "Under which the key was issued.")
                    String label,
            @Mixin PortalDatabaseOptions database) {
        String words = AccountWords.words("label", label);
        database.use(source -> {
            Accounts accounts = AccountWords.accounts(source);
            AccountWords.requirePartner(accounts, partnerId);
            if (!accounts.revokeKey(partnerId, words)) {
                throw new UserError("The partner " + partnerId + " has no key '" + words + "'");
            }
        });
        output().println("Key '" + words + "' of " + partnerId + " is revoked");
    }

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
    void list(@Mixin PortalDatabaseOptions database) {
        database.use(source -> {
            for (AccountList.Entry partner : new AccountList(JdbcClient.create(source)).entries()) {
                output().println(partner.partnerId() + "  " + partner.name());
                partner.people()
                        .forEach(person -> output().println("  person  " + person.email() + "  " + person.name()));
                partner.keyLabels().forEach(label -> output().println("  key     " + label));
            }
        });
    }

    private PrintWriter output() {
        return spec.commandLine().getOut();
    }
}
