package dev.licenseflow.billing.statement;

import dev.licenseflow.domain.decision.MonthTotals;
import dev.licenseflow.messaging.mapping.ClosedPartition;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The month closes that were reported, by month and partition (rule M4). */
public final class MonthCloseRepository {

    private final JdbcClient database;

    public MonthCloseRepository(JdbcClient database) {
        this.database = database;
    }

    /**
     * Enters a close.
     *
     * @return false if this partition's close of the month is there already; nothing was changed then
     */
    public boolean enter(ClosedPartition close) {
        MonthTotals totals = close.totals();
        return database.sql("""
                        insert into month_closes (month, partition, partitions, currency, customers, reduced, removed, renewed, expired,
                            inactivated, charges_cents)
                        values (:month, :partition, :partitions, :currency, :customers, :reduced, :removed, :renewed, :expired, :inactivated, :charges)
                        on conflict do nothing""")
                        .param("month", close.month().toString())
                        .param("partition", close.partition())
                        .param("partitions", close.partitions())
                        .param("currency", close.currency())
                        .param("customers", totals.customers())
                        .param("reduced", totals.reduced())
                        .param("removed", totals.removed())
                        .param("renewed", totals.renewed())
                        .param("expired", totals.expired())
                        .param("inactivated", totals.inactivated())
                        .param("charges", totals.chargesCents())
                        .update()
                == 1;
    }

    public Optional<ClosedPartition> find(YearMonth month, int partition) {
        return ofMonth(month).stream()
                .filter(close -> close.partition() == partition)
                .findFirst();
    }

    /** The partitions closed for a month, in their order. */
    public List<ClosedPartition> ofMonth(YearMonth month) {
        return database.sql("select * from month_closes where month = :month order by partition")
                .param("month", month.toString())
                .query(MonthCloseRepository::close)
                .list();
    }

    private static ClosedPartition close(ResultSet row, int number) throws SQLException {
        return new ClosedPartition(
                YearMonth.parse(row.getString("month")),
                row.getInt("partition"),
                row.getInt("partitions"),
                new MonthTotals(
                        row.getLong("customers"),
                        row.getLong("reduced"),
                        row.getLong("removed"),
                        row.getLong("renewed"),
                        row.getLong("expired"),
                        row.getLong("inactivated"),
                        row.getLong("charges_cents")),
                row.getString("currency"));
    }
}
