package dev.licenseflow.portal.account;

import dev.licenseflow.database.DatabaseTime;
import dev.licenseflow.domain.request.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Partners, their people and the keys of their programs. Neither a password nor a key can be read back. */
public final class Accounts {

    private static final String KEY_PREFIX = "lfk_";
    private static final int KEY_BYTES = 32;

    private final JdbcClient database;
    private final PasswordEncoder passwords;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    public Accounts(JdbcClient database, PasswordEncoder passwords, Clock clock) {
        this.database = database;
        this.passwords = passwords;
        this.clock = clock;
    }

    /** For those who are no part of the service: passwords are hashed in the same way. */
    public static Accounts in(DataSource dataSource, Clock clock) {
        return new Accounts(JdbcClient.create(dataSource), passwordEncoder(), clock);
    }

    /** How passwords are hashed; each hash tells how it was made, so this may change. */
    public static PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }

    /** Adds a partner; false if it is there already. */
    public boolean addPartner(String partnerId, String name) {
        return database.sql("insert into partners (partner_id, name) values (:id, :name) on conflict do nothing")
                        .param("id", partnerId)
                        .param("name", name)
                        .update()
                == 1;
    }

    public boolean hasPartner(String partnerId) {
        return database.sql("select exists (select from partners where partner_id = :id)")
                .param("id", partnerId)
                .query(Boolean.class)
                .single();
    }

    /**
     * Adds a person who signs in with an e-mail address, whatever its case, and a password.
     *
     * @throws EmailTakenException if somebody signs in with it already
     */
    public void addUser(String partnerId, String email, String name, String password) {
        boolean added = database.sql("""
                                insert into users (partner_id, email, name, password_hash)
                                values (:partner, :email, :name, :hash) on conflict (email) do nothing""")
                        .param("partner", partnerId)
                        .param("email", email.toLowerCase(Locale.ROOT))
                        .param("name", name)
                        .param("hash", passwords.encode(password))
                        .update()
                == 1;
        if (!added) {
            throw new EmailTakenException();
        }
    }

    /** Gives a person another password, and ends a lock and all of the person's sessions; false if nobody has the address. */
    public boolean resetPassword(String email, String password) {
        return database.sql("""
                                update users set password_hash = :hash, failures = 0, locked_until = null,
                                    sessions_ended = sessions_ended + 1
                                where email = :email""")
                        .param("hash", passwords.encode(password))
                        .param("email", email.toLowerCase(Locale.ROOT))
                        .update()
                == 1;
    }

    /**
     * Takes the address and the password from a person, and ends all of the person's sessions. The name stays: the history
     * shows who asked for what.
     *
     * @return false if nobody has the address
     */
    public boolean removeUser(String email) {
        return database.sql("""
                                update users set email = null, password_hash = '', sessions_ended = sessions_ended + 1
                                where email = :email""").param("email", email.toLowerCase(Locale.ROOT)).update() == 1;
    }

    /** False once all sessions of the person were ended after this one began. */
    public boolean isSignedIn(PortalPrincipal principal) {
        return database.sql("""
                        select exists (select from users
                            where user_id = :id and email is not null and sessions_ended = :ended)""")
                .param("id", principal.user().userId())
                .param("ended", principal.sessionsEnded())
                .query(Boolean.class)
                .single();
    }

    public Optional<PortalUser> user(String email) {
        return database.sql("""
                        select u.user_id, u.email, u.name, u.partner_id, p.name as partner_name from users u
                        join partners p on p.partner_id = u.partner_id where u.email = :email""")
                .param("email", email.toLowerCase(Locale.ROOT))
                .query((row, number) -> new PortalUser(
                        row.getLong("user_id"),
                        row.getString("email"),
                        row.getString("name"),
                        row.getString("partner_id"),
                        row.getString("partner_name")))
                .optional();
    }

    /** The name of the person behind an id; empty for one of another partner. */
    public Optional<String> nameOf(String partnerId, long userId) {
        return database.sql("select name from users where user_id = :id and partner_id = :partner")
                .param("id", userId)
                .param("partner", partnerId)
                .query(String.class)
                .optional();
    }

    /** A new key for a partner's programs; it is told here and never again. */
    public String issueKey(String partnerId, String label) {
        String key = KEY_PREFIX + randomText(KEY_BYTES);
        database.sql("""
                        insert into api_keys (key_hash, partner_id, label, created_at)
                        values (:hash, :partner, :label, :at)""")
                .param("hash", hash(key))
                .param("partner", partnerId)
                .param("label", label)
                .param("at", DatabaseTime.of(clock.instant()))
                .update();
        return key;
    }

    /** Whether a partner has a key under a label, and it is not revoked. */
    public boolean hasKey(String partnerId, String label) {
        return database.sql("""
                        select exists (select from api_keys
                            where partner_id = :partner and label = :label and revoked_at is null)""")
                .param("partner", partnerId)
                .param("label", label)
                .query(Boolean.class)
                .single();
    }

    /** Revokes what a partner has under a label; false if there is nothing. */
    public boolean revokeKey(String partnerId, String label) {
        return database.sql("""
                                update api_keys set revoked_at = :at
                                where partner_id = :partner and label = :label and revoked_at is null""")
                        .param("at", DatabaseTime.of(clock.instant()))
                        .param("partner", partnerId)
                        .param("label", label)
                        .update()
                > 0;
    }

    /** The partner whose key it is; empty if nobody's, or if it was revoked. */
    public Optional<String> partnerOfKey(String key) {
        return database.sql("select partner_id from api_keys where key_hash = :hash and revoked_at is null")
                .param("hash", hash(key))
                .query(String.class)
                .optional();
    }

    /** Text that nobody guesses, for passwords and keys. */
    public String randomText(int bytes) {
        byte[] drawn = new byte[bytes];
        random.nextBytes(drawn);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(drawn);
    }

    /** A key is random and long, so one round is enough: there is nothing to guess. */
    private static byte[] hash(String key) {
        return Sha256.of(key.getBytes(StandardCharsets.UTF_8));
    }
}
