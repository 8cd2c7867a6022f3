package dev.licenseflow.portal.account;

import dev.licenseflow.database.DatabaseTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Signs people in. Five wrong passwords in a row lock the address for a quarter of an hour. An unknown address, a locked one and a
 * wrong password get the same answer after the same time.
 */
public final class PortalSignIn implements AuthenticationProvider {

    static final int FAILURES_TO_LOCK = 5;
    static final Duration LOCKED_FOR = Duration.ofMinutes(15);

    private final JdbcClient database;
    private final Accounts accounts;
    private final PasswordEncoder passwords;
    private final Clock clock;
    private final String hashOfNobody;

    public PortalSignIn(JdbcClient database, Accounts accounts, PasswordEncoder passwords, Clock clock) {
        this.database = database;
        this.accounts = accounts;
        this.passwords = passwords;
        this.clock = clock;
        this.hashOfNobody = String.valueOf(passwords.encode(accounts.randomText(16)));
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        String email = asked.getName().toLowerCase(Locale.ROOT);
        String password = String.valueOf(asked.getCredentials());
        Optional<Stored> stored = stored(email);
        boolean right = passwords.matches(password, stored.map(Stored::hash).orElse(hashOfNobody));
        Instant now = clock.instant();
        if (stored.isEmpty() || stored.get().isLockedAt(now)) {
            throw refused();
        }
        if (!right) {
            countFailure(email, now);
            throw refused();
        }
        database.sql("update users set failures = 0, locked_until = null where email = ?")
                .param(email)
                .update();
        PortalPrincipal principal = new PortalPrincipal(
                accounts.user(email).orElseThrow(PortalSignIn::refused), stored.get().sessionsEnded);
        return UsernamePasswordAuthenticationToken.authenticated(principal, null, principal.getAuthorities());
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }

    private Optional<Stored> stored(String email) {
        return database.sql("select password_hash, locked_until, sessions_ended from users where email = ?")
                .param(email)
                .query((row, number) -> new Stored(
                        row.getString("password_hash"),
                        DatabaseTime.optionalInstant(row, "locked_until"),
                        row.getInt("sessions_ended")))
                .optional();
    }

    /** In one statement, so that simultaneous guesses are all counted. */
    private void countFailure(String email, Instant now) {
        database.sql("""
                        update users set
                            failures = case when failures + 1 >= :limit then 0 else failures + 1 end,
                            locked_until = case when failures + 1 >= :limit then :until else locked_until end
                        where email = :email""")
                .param("limit", FAILURES_TO_LOCK)
                .param("until", DatabaseTime.of(now.plus(LOCKED_FOR)))
                .param("email", email)
                .update();
    }

    private static BadCredentialsException refused() {
        return new BadCredentialsException("Wrong address or password");
    }

    private record Stored(String hash, Optional<Instant> lockedUntil, int sessionsEnded) {

        boolean isLockedAt(Instant now) {
            return lockedUntil.isPresent() && now.isBefore(lockedUntil.get());
        }
    }
}
