package dev.licenseflow.billing.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessResourceFailureException;

/**
 * The right to publish, which one process at a time has: a lock of the database that ends with its connection. It only keeps
 * two instances from fencing each other in turn; that nothing is published twice rests on the fence, see
 * {@link SettlementChannel}.
 */
final class RelayLease implements AutoCloseable {

    /** Any number that nobody else takes: the letters of "outbox". */
    private static final long LOCK = 0x6f_75_74_62_6f_78L;

    private static final int ANSWER_SECONDS = 5;

    private final Connection connection;

    private RelayLease(Connection connection) {
        this.connection = connection;
    }

    /** The lease, unless another process has it. */
    static Optional<RelayLease> tryAcquire(DataSource dataSource) {
        try {
            Connection connection = dataSource.getConnection();
            try {
                if (ask(connection, "select pg_try_advisory_lock(?)")) {
                    return Optional.of(new RelayLease(connection));
                }
                connection.close();
                return Optional.empty();
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("The outbox's lock cannot be asked for", e);
        }
    }

    /** Whether the connection, and so the lock, is still there. */
    boolean isHeld() {
        try {
            return connection.isValid(ANSWER_SECONDS);
        } catch (SQLException e) {
            return false;
        }
    }

    @Override
    public void close() {
        try (connection) {
            ask(connection, "select pg_advisory_unlock(?)");
        } catch (SQLException alreadyGone) {
            // The lock went with its connection.
        }
    }

    private static boolean ask(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, LOCK);
            try (ResultSet answer = statement.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }
}
