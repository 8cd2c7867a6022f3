package dev.licenseflow.cli.accounts;

import dev.licenseflow.cli.text.UserError;
import dev.licenseflow.portal.account.Accounts;
import java.time.Clock;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/** What these commands take as a name, an address or a label, and what they say otherwise. */
final class AccountWords {

    /** 128 bits, which nobody guesses. */
    static final int PASSWORD_BYTES = 16;

    private static final Pattern PARTNER_ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    /** No more than a guard against slips: whether an address is somebody's only a message to it can tell. */
    private static final Pattern EMAIL = Pattern.compile("[^\\s@]{1,64}@[^\\s@.]+(\\.[^\\s@.]+)+");

    private static final int LENGTH_LIMIT = 200;

    private AccountWords() {}

    static Accounts accounts(DataSource database) {
        return Accounts.in(database, Clock.systemUTC());
    }

    static String partnerId(String text) {
        if (!PARTNER_ID.matcher(text).matches()) {
            throw new UserError("'" + text
                    + "' is no partner id: 1 to 64 letters without accents, digits, dots, dashes and underscores");
        }
        return text;
    }

    static String email(String text) {
        if (text.length() > LENGTH_LIMIT || !EMAIL.matcher(text).matches()) {
            throw new UserError("'" + text + "' is no e-mail address");
        }
        return text;
    }

    /** @param what of which it is the text, such as "name" */
    static String words(String what, String text) {
        String words = text.strip();
        if (words.isEmpty() || words.length() > LENGTH_LIMIT || words.chars().anyMatch(Character::isISOControl)) {
            throw new UserError("The " + what + " has to be one line of 1 to " + LENGTH_LIMIT + " characters");
        }
        return words;
    }

    static void requirePartner(Accounts accounts, String partnerId) {
        if (!accounts.hasPartner(partnerId)) {
            throw new UserError("There is no partner " + partnerId);
        }
    }

    static UserError nobody(String email) {
        return new UserError("Nobody signs in with " + email);
    }
}
