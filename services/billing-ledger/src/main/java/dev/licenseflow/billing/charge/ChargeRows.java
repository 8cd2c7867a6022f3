package dev.licenseflow.billing.charge;

import dev.licenseflow.database.DatabaseTime;
import dev.licenseflow.domain.charge.Charge;
import dev.licenseflow.domain.charge.ChargeKind;
import dev.licenseflow.domain.charge.ChargeLine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.Optional;

/** Charges out of rows. */
final class ChargeRows {

    /** What {@link #charge} reads; conditions follow. */
    static final String SELECT = """
            select c.*, s.outcome as outcome from charges c
            left join settlements s on s.customer_id = c.customer_id and s.settlement_id = c.settlement_id
            """;

    private ChargeRows() {}

    static LedgerCharge charge(ResultSet row, int number) throws SQLException {
        return new LedgerCharge(
                row.getLong("seq"), content(row), ChargeStatus.valueOf(row.getString("status")), settling(row));
    }

    private static Charge content(ResultSet row) throws SQLException {
        return new Charge(
                row.getString("charge_id"),
                ChargeKind.valueOf(row.getString("kind")),
                row.getString("customer_id"),
                row.getString("partner_id"),
                new ChargeLine(
                        row.getString("product"),
                        row.getInt("quantity"),
                        row.getLong("unit_price_cents"),
                        row.getInt("days_charged"),
                        row.getInt("days_in_month"),
                        row.getLong("amount_cents")),
                row.getString("currency"),
                YearMonth.parse(row.getString("month")),
                row.getString("cause_id"),
                row.getInt("catalog_version"));
    }

    private static Optional<ChargeSettling> settling(ResultSet row) throws SQLException {
        String settlementId = row.getString("settlement_id");
        return settlementId == null
                ? Optional.empty()
                : Optional.of(new ChargeSettling(
                        settlementId, row.getString("outcome"), DatabaseTime.optionalInstant(row, "settled_at")));
    }
}
