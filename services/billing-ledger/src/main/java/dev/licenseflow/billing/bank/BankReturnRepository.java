package dev.licenseflow.billing.bank;

import dev.licenseflow.billing.bank.BankReturn.BankLine;
import dev.licenseflow.billing.bank.BankReturn.BankLineFault;
import dev.licenseflow.billing.bank.BankReturn.BankLineResult;
import dev.licenseflow.database.DatabaseTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The files that were taken, line by line. */
public final class BankReturnRepository {

    private final JdbcClient database;

    public BankReturnRepository(JdbcClient database) {
        this.database = database;
    }

    /** Makes all other files wait until the transaction ends, since lines of two files could name the same payment. */
    void lock() {
        database.sql("lock table bank_returns in share row exclusive mode").update();
    }

    void enter(String fileHash, String fileName, Instant at) {
        database.sql("insert into bank_returns (file_hash, file_name, received_at) values (:hash, :name, :at)")
                .param("hash", fileHash)
                .param("name", fileName)
                .param("at", DatabaseTime.of(at))
                .update();
    }

    void enter(String fileHash, BankLine line) {
        database.sql("""
                        insert into bank_return_lines (file_hash, line_number, line_id, charge_id, amount_cents, paid_on,
                            result, fault, detail, customer_id, settlement_id, invoice_number)
                        values (:hash, :number, :lineId, :charge, :amount, :paidOn, :result, :fault, :detail, :customer,
                            :settlement, :invoice)""")
                .param("hash", fileHash)
                .param("number", line.line())
                .param("lineId", line.lineId().orElse(null))
                .param("charge", line.chargeId().orElse(null))
                .param("amount", line.amountCents().orElse(null), Types.BIGINT)
                .param("paidOn", line.paidOn().orElse(null), Types.DATE)
                .param("result", line.result().name())
                .param("fault", line.fault().map(BankLineFault::name).orElse(null))
                .param("detail", line.detail().orElse(""))
                .param("customer", line.customerId().orElse(null))
                .param("settlement", line.settlementId().orElse(null))
                .param("invoice", line.invoiceNumber().orElse(null))
                .update();
    }

    /** The line that settled a payment of this id, in this file or an earlier one. */
    Optional<BankLine> settled(String lineId) {
        return database.sql("select * from bank_return_lines where line_id = :id and result = 'SETTLING'")
                .param("id", lineId)
                .query(BankReturnRepository::line)
                .optional();
    }

    public Optional<BankReturn> find(String fileHash) {
        return database.sql("select * from bank_returns where file_hash = :hash")
                .param("hash", fileHash)
                .query((row, number) -> BankReturn.of(
                        row.getString("file_hash"),
                        row.getString("file_name"),
                        DatabaseTime.instant(row, "received_at"),
                        lines(fileHash)))
                .optional();
    }

    private List<BankLine> lines(String fileHash) {
        return database.sql("select * from bank_return_lines where file_hash = :hash order by line_number")
                .param("hash", fileHash)
                .query(BankReturnRepository::line)
                .list();
    }

    private static BankLine line(ResultSet row, int number) throws SQLException {
        return new BankLine(
                row.getInt("line_number"),
                BankLineResult.valueOf(row.getString("result")),
                Optional.ofNullable(row.getString("line_id")),
                Optional.ofNullable(row.getString("charge_id")),
                Optional.ofNullable(row.getString("invoice_number")),
                Optional.ofNullable(row.getObject("paid_on", LocalDate.class)),
                Optional.ofNullable(row.getObject("amount_cents", Long.class)),
                Optional.ofNullable(row.getString("fault")).map(BankLineFault::valueOf),
                Optional.ofNullable(row.getString("detail")).filter(text -> !text.isEmpty()),
                Optional.ofNullable(row.getString("customer_id")),
                Optional.ofNullable(row.getString("settlement_id")));
    }
}
