package dev.licenseflow.billing.settlement;

import dev.licenseflow.database.DatabaseTime;
import dev.licenseflow.domain.request.SettlementOutcome;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Settlements out of rows. */
final class SettlementRows {

    /** What {@link #settlement} reads; conditions follow. */
    static final String SELECT = """
            select s.*, o.published_at from settlements s
            left join outbox o on o.customer_id = s.customer_id and o.settlement_id = s.settlement_id
            """;

    private SettlementRows() {}

    static LedgerSettlement settlement(ResultSet row, List<SettlementLine> lines) throws SQLException {
        return new LedgerSettlement(
                row.getLong("seq"),
                row.getString("customer_id"),
                row.getString("settlement_id"),
                SettlementOrigin.valueOf(row.getString("origin")),
                Optional.ofNullable(row.getString("outcome")).map(SettlementOutcome::valueOf),
                SettlementStatus.valueOf(row.getString("status")),
                row.getLong("amount_cents"),
                Optional.ofNullable(row.getObject("paid_on", LocalDate.class)),
                DatabaseTime.instant(row, "requested_at"),
                DatabaseTime.optionalInstant(row, "published_at"),
                DatabaseTime.optionalInstant(row, "decided_at"),
                ReasonJson.read(row.getString("reasons")),
                lines);
    }
}
