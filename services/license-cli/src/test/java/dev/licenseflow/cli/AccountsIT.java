package dev.licenseflow.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.licenseflow.portal.account.Accounts;
import dev.licenseflow.portal.account.PortalSignIn;
import dev.licenseflow.portal.database.PortalTables;
import dev.licenseflow.postgres.EmbeddedDatabase;
import dev.licenseflow.postgres.TestServer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;

/** The accounts of a portal, kept from the command line. */
class AccountsIT {

    private static final String EVA = "eva@leste.example";

    private final String url = TestServer.newDatabase();
    private final DriverManagerDataSource database = new DriverManagerDataSource(url, EmbeddedDatabase.USER, "");
    private final Accounts accounts = Accounts.in(database, Clock.systemUTC());
    private final PortalSignIn signIn =
            new PortalSignIn(JdbcClient.create(database), accounts, Accounts.passwordEncoder(), Clock.systemUTC());

    @BeforeEach
    void addPartner() {
        PortalTables.update(database);
        assertThat(done("add-partner", "leste", "Leste Sistemas")).isEqualTo("Partner leste is added");
    }

    @Test
    void aPartnerIsAddedOnce() {
        assertThat(refused("add-partner", "leste", "Outro")).isEqualTo("There is a partner leste already");
        assertThat(refused("add-partner", "parceiro leste", "Outro")).contains("is no partner id");
        assertThat(refused("add-partner", "oeste", " ")).contains("The name has to be");
        assertThat(done("list")).isEqualTo("leste  Leste Sistemas");
    }

    @Test
    void aPersonSignsInWithThePasswordThatIsToldOnce() {
        String password = told("add-user", "leste", "Eva@Leste.example", "Eva Rocha");

        enter(password);
        assertThat(done("list"))
                .isEqualTo("leste  Leste Sistemas\n  person  eva@leste.example  Eva Rocha")
                .doesNotContain(password);
    }

    @Test
    void aPersonNeedsAPartnerAndAnAddressOfItsOwn() {
        told("add-user", "leste", EVA, "Eva Rocha");

        assertThat(refused("add-user", "oeste", "ivo@oeste.example", "Ivo")).isEqualTo("There is no partner oeste");
        assertThat(refused("add-user", "leste", EVA.toUpperCase(java.util.Locale.ROOT), "Ivo"))
                .contains("Somebody signs in with", "already");
        for (String slip :
                List.of("eva", "eva@leste", "@leste.example", "eva@@leste.example", "eva rocha@leste.example")) {
            assertThat(refused("add-user", "leste", slip, "Eva")).contains("is no e-mail address");
        }
        assertThat(done("list")).hasLineCount(2);
    }

    @Test
    void aNewPasswordReplacesTheOldOneAndEndsALock() {
        String old = told("add-user", "leste", EVA, "Eva Rocha");
        for (int wrong = 0; wrong < 5; wrong++) {
            assertThatThrownBy(() -> enter("wrong")).isInstanceOf(BadCredentialsException.class);
        }
        assertThatThrownBy(() -> enter(old)).isInstanceOf(BadCredentialsException.class);

        String fresh = told("reset-password", EVA);

        enter(fresh);
        assertThatThrownBy(() -> enter(old)).isInstanceOf(BadCredentialsException.class);
        assertThat(refused("reset-password", "ivo@leste.example")).isEqualTo("Nobody signs in with ivo@leste.example");
    }

    @Test
    void whoIsRemovedSignsInNoMoreAndKeepsTheName() {
        String password = told("add-user", "leste", EVA, "Eva Rocha");
        long id = accounts.user(EVA).orElseThrow().userId();

        assertThat(done("remove-user", EVA)).isEqualTo(EVA + " can no longer sign in");

        assertThatThrownBy(() -> enter(password)).isInstanceOf(BadCredentialsException.class);
        assertThat(accounts.nameOf("leste", id)).contains("Eva Rocha");
        assertThat(refused("remove-user", EVA)).isEqualTo("Nobody signs in with " + EVA);
        enter(told("add-user", "leste", EVA, "Eva Lima"));
        assertThat(accounts.user(EVA).orElseThrow().userId()).isNotEqualTo(id);
    }

    @Test
    void aKeyOpensUntilItIsRevoked() {
        String key = told("issue-key", "leste", "erp");
        assertThat(accounts.partnerOfKey(key)).contains("leste");
        assertThat(refused("issue-key", "leste", "erp")).contains("has a key 'erp' already");
        assertThat(refused("issue-key", "oeste", "erp")).isEqualTo("There is no partner oeste");
        assertThat(done("list")).contains("  key     erp").doesNotContain(key);

        assertThat(done("revoke-key", "leste", "erp")).isEqualTo("Key 'erp' of leste is revoked");

        assertThat(accounts.partnerOfKey(key)).isEmpty();
        assertThat(refused("revoke-key", "leste", "erp")).isEqualTo("The partner leste has no key 'erp'");
        assertThat(refused("revoke-key", "oeste", "erp")).isEqualTo("There is no partner oeste");
        assertThat(done("list")).doesNotContain("erp");
    }

    @Test
    void aDatabaseThatIsNoPortalsIsOneLine() {
        StringWriter errors = new StringWriter();

        int status = run(
                new StringWriter(),
                errors,
                "list",
                "--database-url",
                TestServer.newDatabase(),
                "--database-user",
                EmbeddedDatabase.USER);

        assertThat(status).isEqualTo(2);
        assertThat(errors.toString()).hasLineCount(1).contains("has no tables of a portal");
    }

    private void enter(String password) {
        signIn.authenticate(UsernamePasswordAuthenticationToken.unauthenticated(EVA, password));
    }

    /** The password or key that a command tells. */
    private String told(String... command) {
        Matcher secret = Pattern.compile(", told this once: (\\S+)").matcher(done(command));
        assertThat(secret.find()).isTrue();
        return secret.group(1);
    }

    private String done(String... command) {
        StringWriter output = new StringWriter();
        StringWriter errors = new StringWriter();
        assertThat(run(output, errors, onDatabase(command))).as("%s", errors).isZero();
        assertThat(errors.toString()).isEmpty();
        return output.toString().strip();
    }

    private String refused(String... command) {
        StringWriter output = new StringWriter();
        StringWriter errors = new StringWriter();
        assertThat(run(output, errors, onDatabase(command))).isEqualTo(2);
        assertThat(output.toString()).isEmpty();
        assertThat(errors.toString()).hasLineCount(1);
        return errors.toString().strip();
    }

    private String[] onDatabase(String... command) {
        List<String> arguments = new ArrayList<>(List.of(command));
        arguments.addAll(List.of("--database-url", url, "--database-user", EmbeddedDatabase.USER));
        return arguments.toArray(String[]::new);
    }

    private static int run(StringWriter output, StringWriter errors, String... command) {
        List<String> arguments = new ArrayList<>(List.of("accounts"));
        arguments.addAll(List.of(command));
        return LicenseflowCommand.run(
                new PrintWriter(output, true), new PrintWriter(errors, true), arguments.toArray(String[]::new));
    }
}
