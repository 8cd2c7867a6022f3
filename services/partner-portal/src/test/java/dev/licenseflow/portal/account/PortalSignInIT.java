package dev.licenseflow.portal.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.licenseflow.portal.PortalDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Who gets in, and when nobody does. */
class PortalSignInIT {

    private static final String RIGHT = "correct horse battery";

    private final PortalDatabase database = PortalDatabase.create();
    private final PasswordEncoder passwords = new BCryptPasswordEncoder(4);
    private final SettableClock clock = new SettableClock();
    private final Accounts accounts = new Accounts(database.client(), passwords, clock);
    private final PortalSignIn signIn = new PortalSignIn(database.client(), accounts, passwords, clock);

    @BeforeEach
    void addPeople() {
        accounts.addUser("p1", "Ana@One.example", "Ana", RIGHT);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void theRightPasswordLetsInWhateverTheCaseOfTheAddress() {
        PortalPrincipal principal = (PortalPrincipal)
                signIn.authenticate(token("ANA@one.example", RIGHT)).getPrincipal();

        assertThat(principal.user().partnerId()).isEqualTo("p1");
        assertThat(principal.user().partnerName()).isEqualTo("Partner One");
        assertThat(principal.user().name()).isEqualTo("Ana");
    }

    @Test
    void aLockedAddressAnUnknownOneAndAWrongPasswordGetTheSameAnswer() {
        String wrong = refusal("ana@one.example", "wrong");
        lock();

        assertThat(refusal("ana@one.example", RIGHT)).isEqualTo(wrong);
        assertThat(refusal("nobody@one.example", RIGHT)).isEqualTo(wrong);
    }

    @Test
    void fourWrongPasswordsAndARightOneCountForNothing() {
        for (int i = 0; i < 3; i++) {
            for (int wrong = 1; wrong < PortalSignIn.FAILURES_TO_LOCK; wrong++) {
                refusal("ana@one.example", "wrong");
            }
            signIn.authenticate(token("ana@one.example", RIGHT));
        }
    }

    @Test
    void theLockEndsAfterAQuarterOfAnHour() {
        lock();
        clock.now = clock.now.plus(Duration.ofMinutes(15)).minusMillis(1);
        refusal("ana@one.example", RIGHT);

        clock.now = clock.now.plusMillis(1);

        signIn.authenticate(token("ana@one.example", RIGHT));
    }

    @Test
    void neitherPasswordsNorKeysAreKept() {
        String key = accounts.issueKey("p1", "test");

        assertThat(accounts.partnerOfKey(key)).contains("p1");
        assertThat(accounts.partnerOfKey(key + "x")).isEmpty();
        assertThat(database.client()
                        .sql("select encode(key_hash, 'escape') from api_keys")
                        .query(String.class)
                        .single())
                .doesNotContain(key);
        assertThat(database.client()
                        .sql("select password_hash from users")
                        .query(String.class)
                        .single())
                .doesNotContain(RIGHT);
    }

    @Test
    void aRevokedKeyIsNobodys() {
        String key = accounts.issueKey("p1", "test");
        assertThat(accounts.revokeKey("p1", "test")).isTrue();

        assertThat(accounts.partnerOfKey(key)).isEmpty();
        assertThat(accounts.revokeKey("p1", "test")).isFalse();
    }

    private void lock() {
        for (int i = 0; i < PortalSignIn.FAILURES_TO_LOCK; i++) {
            refusal("ana@one.example", "wrong");
        }
    }

    private String refusal(String email, String password) {
        Throwable[] refusal = new Throwable[1];
        assertThatThrownBy(() -> signIn.authenticate(token(email, password)))
                .isExactlyInstanceOf(BadCredentialsException.class)
                .satisfies(thrown -> refusal[0] = thrown);
        return refusal[0].getMessage();
    }

    private static UsernamePasswordAuthenticationToken token(String email, String password) {
        return UsernamePasswordAuthenticationToken.unauthenticated(email, password);
    }

    private static final class SettableClock extends Clock {

        private Instant now = Instant.parse("2026-03-10T12:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
