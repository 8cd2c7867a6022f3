package dev.licenseflow.cli.accounts;

import dev.licenseflow.cli.text.UserError;
import dev.licenseflow.postgres.EmbeddedDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import picocli.CommandLine.Option;

/** The options by which a command finds the portal's database. */
final class PortalDatabaseOptions {

    private static final String URL = "PORTAL_DATABASE_URL";
    private static final String USER = "PORTAL_DATABASE_USER";
    private static final String PASSWORD = "PORTAL_DATABASE_PASSWORD";
    private static final String DATABASE = "portal";
    private static final String TIMEOUT_SECONDS = "8";

    @Option(names = "--database-url", paramLabel = "URL")
    private Optional<String> url = Optional.empty();

    @Option(names = "--database-user", paramLabel = "USER")
    private Optional<String> user = Optional.empty();

    @Option(names = "--database-password", paramLabel = "PASSWORD")
    private Optional<String> password = Optional.empty();

    @Option(names = "--data", paramLabel = "DIR")
    private Optional<Path> data = Optional.empty();

    /**
     * Does something with the database.
     *
     * @throws UserError if it does not answer, or has not the tables of this version
     */
    void use(Consumer<DataSource> work) {
        try (Connection connection = connect()) {
            work.accept(new SingleConnectionDataSource(connection, true));
        } catch (BadSqlGrammarException other) {
            throw new UserError(
                    "The database has no tables of a portal of this version; the portal makes them when it starts",
                    other);
        } catch (DataAccessException | SQLException failure) {
            throw new UserError("The portal's database fails: " + reason(failure), failure);
        }
    }

    private Connection connect() {
        if (url.isPresent() && data.isPresent()) {
            throw new UserError("--database-url and --data name two databases; give one of them");
        }
        Optional<String> named = url.or(() -> data.isPresent() ? Optional.empty() : environment(URL));
        return named.isPresent()
                ? connect(
                        named.get(),
                        user.or(() -> environment(USER)).orElse("portal"),
                        password.or(() -> environment(PASSWORD)).orElse(""))
                : connect(embedded(), EmbeddedDatabase.USER, "");
    }

    private String embedded() {
        Path folder = data.orElse(Path.of("data"));
        return EmbeddedDatabase.urlInRunning(folder.resolve("postgres"), DATABASE)
                .orElseThrow(() -> new UserError("No portal runs on the data folder " + folder
                        + "; start it with 'licenseflow up', or see --data and --database-url"));
    }

    private static Connection connect(String url, String user, String password) {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", TIMEOUT_SECONDS);
        properties.setProperty("loginTimeout", TIMEOUT_SECONDS);
        try {
            return DriverManager.getConnection(url, properties);
        } catch (SQLException failure) {
            throw new UserError("No database can be used at " + url + " as " + user + ": " + reason(failure), failure);
        }
    }

    private static Optional<String> environment(String name) {
        return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isBlank());
    }

    private static String reason(Exception failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("no reason given");
    }
}
