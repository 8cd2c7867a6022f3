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

/** Partners, their people and the keys of their programs. Neither passwords nor keys can be read from the database. */
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

    /** For use outside of the service; passwords are hashed in the same way. */
    public static Accounts in(DataSource dataSource, Clock clock) {
        return new Accounts(JdbcClient.create(dataSource), passwordEncoder(), clock);
    }

    /** How passwords are hashed; each hash names its algorithm, so this may change. */
    public static PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }

    /** Adds a partner; false if it is there already. */
    public boolean addPartner(String partnerId, String name) {
        return update("insert into partners (partner_id, name) values (?, ?) on conflict do nothing", partnerId, name);
    }

    public boolean hasPartner(String partnerId) {
        return exists("from partners where partner_id = ?", partnerId);
    }

    /**
     * Adds a person who signs in with an e-mail address, in any case, and a password.
     *
     * @throws EmailTakenException if somebody signs in with it already
     */
    public void addUser(String partnerId, String email, String name, String password) {
        String sql = "insert into users (partner_id, email, name, password_hash) values (?, ?, ?, ?)"
                + " on conflict (email) do nothing";
        if (!update(sql, partnerId, email.toLowerCase(Locale.ROOT), name, passwords.encode(password))) {
            throw new EmailTakenException();
        }
    }

    /** Gives a person another password, and ends a lock and all sessions of the person; false if nobody has the address. */
    public boolean resetPassword(String email, String password) {
        return update("""
                update users set password_hash = ?, failures = 0, locked_until = null, sessions_ended = sessions_ended + 1
                where email = ?""", passwords.encode(password), email.toLowerCase(Locale.ROOT));
    }

    /**
     * Deletes a person's address and password, and ends all sessions of the person. The name stays, since the history shows who
     * asked for what.
     *
     * @return false if nobody has the address
     */
    public boolean removeUser(String email) {
        return update("""
                update users set email = null, password_hash = '', sessions_ended = sessions_ended + 1
                where email = ?""", email.toLowerCase(Locale.ROOT));
    }

    /** False once all sessions of the person were ended after this one began. */
    public boolean isSignedIn(PortalPrincipal principal) {
        return exists(
                "from users where user_id = ? and email is not null and sessions_ended = ?",
                principal.user().userId(),
                principal.sessionsEnded());
    }

    public Optional<PortalUser> user(String email) {
        return database.sql("""
                        select u.user_id, u.email, u.name, u.partner_id, p.name as partner_name from users u
                        join partners p on p.partner_id = u.partner_id where u.email = ?""")
                .param(email.toLowerCase(Locale.ROOT))
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
        return database.sql("select name from users where user_id = ? and partner_id = ?")
                .params(userId, partnerId)
                .query(String.class)
                .optional();
    }

    /** A new key for a partner's programs; it is returned here and cannot be read later. */
    public String issueKey(String partnerId, String label) {
        String key = KEY_PREFIX + randomText(KEY_BYTES);
        update(
                "insert into api_keys (key_hash, partner_id, label, created_at) values (?, ?, ?, ?)",
                hash(key),
                partnerId,
                label,
                DatabaseTime.of(clock.instant()));
        return key;
    }

    /** Whether a partner has a key with this label that is not revoked. */
    public boolean hasKey(String partnerId, String label) {
        return exists("from api_keys where partner_id = ? and label = ? and revoked_at is null", partnerId, label);
    }

    /** Revokes the partner's keys with this label; false if there are none. */
    public boolean revokeKey(String partnerId, String label) {
        return update(
                "update api_keys set revoked_at = ? where partner_id = ? and label = ? and revoked_at is null",
                DatabaseTime.of(clock.instant()),
                partnerId,
                label);
    }

    /** The partner whose key it is; empty for an unknown or revoked key. */
    public Optional<String> partnerOfKey(String key) {
        return database.sql("select partner_id from api_keys where key_hash = ? and revoked_at is null")
                .param(hash(key))
                .query(String.class)
                .optional();
    }

    /** Random text for passwords and keys. */
    public String randomText(int bytes) {
        byte[] drawn = new byte[bytes];
        random.nextBytes(drawn);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(drawn);
    }

    private boolean update(String sql, Object... values) {
        return database.sql(sql).params(values).update() > 0;
    }

    private boolean exists(String rows, Object... values) {
        return database.sql("select exists (select " + rows + ")")
                .params(values)
                .query(Boolean.class)
                .single();
    }

    /** One round of hashing is enough, since a key is random and long. */
    private static byte[] hash(String key) {
        return Sha256.of(key.getBytes(StandardCharsets.UTF_8));
    }
}
