package dev.licenseflow.cli.accounts;

import dev.licenseflow.cli.text.UserError;
import dev.licenseflow.portal.account.AccountList;
import dev.licenseflow.portal.account.Accounts;
import dev.licenseflow.portal.account.EmailTakenException;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code licenseflow accounts}: who may use the portal. Each method is a command. */
@Command(name = "accounts", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "COMMAND")
public final class AccountsCommand {

    /** 128 bits, which cannot be guessed. */
    private static final int PASSWORD_BYTES = 16;

    private static final Pattern PARTNER_ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    /** Only a guard against slips: whether an address exists, only a message to it can tell. */
    private static final Pattern EMAIL = Pattern.compile("[^\\s@]{1,64}@[^\\s@.]+(\\.[^\\s@.]+)+");

    private static final int LENGTH_LIMIT = 200;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Command(name = "add-partner", mixinStandardHelpOptions = true)
    void addPartner(
            @Parameters(index = "0", paramLabel = "PARTNER_ID") String partnerId,
            @Parameters(index = "1", paramLabel = "NAME") String name,
            @Mixin PortalDatabaseOptions database) {
        if (!PARTNER_ID.matcher(partnerId).matches()) {
            throw new UserError("'" + partnerId
                    + "' is no partner id: 1 to 64 letters without accents, digits, dots, dashes and underscores");
        }
        String line = line("name", name);
        useAccounts(database, accounts -> {
            if (!accounts.addPartner(partnerId, line)) {
                throw new UserError("There is a partner " + partnerId + " already");
            }
        });
        output().println("Partner " + partnerId + " is added");
    }

    @Command(name = "add-user", mixinStandardHelpOptions = true)
    void addUser(
            @Parameters(index = "0", paramLabel = "PARTNER_ID") String partnerId,
            @Parameters(index = "1", paramLabel = "EMAIL") String email,
            @Parameters(index = "2", paramLabel = "NAME") String name,
            @Mixin PortalDatabaseOptions database) {
        requireEmail(email);
        String line = line("name", name);
        useAccounts(database, accounts -> {
            requirePartner(accounts, partnerId);
            String password = accounts.randomText(PASSWORD_BYTES);
            try {
                accounts.addUser(partnerId, email, line, password);
            } catch (EmailTakenException taken) {
                throw new UserError("Somebody signs in with " + email + " already", taken);
            }
            output().println("Password of " + email + ", told this once: " + password);
        });
    }

    @Command(name = "reset-password", mixinStandardHelpOptions = true)
    void resetPassword(
            @Parameters(index = "0", paramLabel = "EMAIL") String email, @Mixin PortalDatabaseOptions database) {
        requireEmail(email);
        useAccounts(database, accounts -> {
            String password = accounts.randomText(PASSWORD_BYTES);
            requireUser(accounts.resetPassword(email, password), email);
            output().println("Password of " + email + ", told this once: " + password);
        });
    }

    @Command(name = "remove-user", mixinStandardHelpOptions = true)
    void removeUser(
            @Parameters(index = "0", paramLabel = "EMAIL") String email, @Mixin PortalDatabaseOptions database) {
        requireEmail(email);
        useAccounts(database, accounts -> requireUser(accounts.removeUser(email), email));
        output().println(email + " can no longer sign in");
    }

    @Command(name = "issue-key", mixinStandardHelpOptions = true)
    void issueKey(
            @Parameters(index = "0", paramLabel = "PARTNER_ID") String partnerId,
            @Parameters(index = "1", paramLabel = "LABEL") String label,
            @Mixin PortalDatabaseOptions database) {
        String line = line("label", label);
        useAccounts(database, accounts -> {
            requirePartner(accounts, partnerId);
            if (accounts.hasKey(partnerId, line)) {
                throw new UserError("The partner " + partnerId + " has a key '" + line
                        + "' already; revoke it first, or take another label");
            }
            String key = accounts.issueKey(partnerId, line);
            output().println("Key '" + line + "' of " + partnerId + ", told this once: " + key);
        });
    }

    @Command(name = "revoke-key", mixinStandardHelpOptions = true)
    void revokeKey(
            @Parameters(index = "0", paramLabel = "PARTNER_ID") String partnerId,
            @Parameters(index = "1", paramLabel = "LABEL") String label,
            @Mixin PortalDatabaseOptions database) {
        String line = line("label", label);
        useAccounts(database, accounts -> {
            requirePartner(accounts, partnerId);
            if (!accounts.revokeKey(partnerId, line)) {
                throw new UserError("The partner " + partnerId + " has no key '" + line + "'");
            }
        });
        output().println("Key '" + line + "' of " + partnerId + " is revoked");
    }

    @Command(name = "list", mixinStandardHelpOptions = true)
    void list(@Mixin PortalDatabaseOptions database) {
        PrintWriter output = output();
        database.use(source -> {
            for (AccountList.Entry partner : new AccountList(JdbcClient.create(source)).entries()) {
                output.println(partner.partnerId() + "  " + partner.name());
                partner.people()
                        .forEach(person -> output.println("  person  " + person.email() + "  " + person.name()));
                partner.keyLabels().forEach(label -> output.println("  key     " + label));
            }
        });
    }

    private static void useAccounts(PortalDatabaseOptions database, Consumer<Accounts> work) {
        database.use(source -> work.accept(Accounts.in(source, Clock.systemUTC())));
    }

    private static void requireEmail(String text) {
        if (text.length() > LENGTH_LIMIT || !EMAIL.matcher(text).matches()) {
            throw new UserError("'" + text + "' is no e-mail address");
        }
    }

    /** @param what of which it is the text, such as "name" */
    private static String line(String what, String text) {
        String line = text.strip();
        if (line.isEmpty() || line.length() > LENGTH_LIMIT || line.chars().anyMatch(Character::isISOControl)) {
            throw new UserError("The " + what + " has to be one line of 1 to " + LENGTH_LIMIT + " characters");
        }
        return line;
    }

    private static void requirePartner(Accounts accounts, String partnerId) {
        if (!accounts.hasPartner(partnerId)) {
            throw new UserError("There is no partner " + partnerId);
        }
    }

    private static void requireUser(boolean found, String email) {
        if (!found) {
            throw new UserError("Nobody signs in with " + email);
        }
    }

    private PrintWriter output() {
        return spec.commandLine().getOut();
    }
}
