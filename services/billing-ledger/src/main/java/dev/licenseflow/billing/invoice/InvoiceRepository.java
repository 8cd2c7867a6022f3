package dev.licenseflow.billing.invoice;

import dev.licenseflow.billing.charge.ChargeRepository;
import dev.licenseflow.billing.charge.LedgerCharge;
import dev.licenseflow.billing.invoice.Invoice.InvoiceLine;
import dev.licenseflow.billing.invoice.Invoice.InvoiceOrder;
import dev.licenseflow.billing.invoice.Invoice.InvoiceStatus;
import dev.licenseflow.billing.settlement.LedgerSettlement;
import dev.licenseflow.database.DatabaseTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The invoices with their charges. */
public final class InvoiceRepository {

    private final JdbcClient database;
    private final ChargeRepository charges;

    public InvoiceRepository(JdbcClient database, ChargeRepository charges) {
        this.database = database;
        this.charges = charges;
    }

    /** Makes all others who make invoices of this partner wait until the transaction ends. */
    void lock(String partnerId) {
        database.sql("select pg_advisory_xact_lock(hashtextextended(:partner, 2))")
                .param("partner", partnerId)
                .query((row, number) -> partnerId)
                .single();
    }

    /** The open charges that an order asks for, without those of open invoices, at most as many as the limit. */
    List<LedgerCharge> open(InvoiceOrder order, int limit) {
        List<String> chargeIds = database.sql("""
                        select c.charge_id from charges c
                        where c.partner_id = :partner and c.status = 'OPEN' and c.kind <> 'CREDIT'
                        and c.amount_cents + c.credits_cents > 0
                        and (cast(:customer as text) is null or c.customer_id = :customer)
                        and (cast(:month as text) is null or c.month = :month)
                        and not exists (select 1 from invoice_lines l join invoice_states i on i.number = l.number
                            where l.charge_id = c.charge_id and i.state = 'OPEN')
                        order by c.customer_id, c.seq limit :limit""")
                .param("partner", order.partnerId())
                .param("customer", order.customerId().orElse(null))
                .param("month", order.month().map(YearMonth::toString).orElse(null))
                .param("limit", limit)
                .query(String.class)
                .list();
        return charges.findAll(chargeIds);
    }

    /** Enters an invoice of these charges, and returns its number. */
    String enter(InvoiceOrder order, LocalDate dueBy, List<LedgerCharge> open, YearMonth month, Instant at) {
        long seq = database.sql("select nextval('invoice_numbers')")
                .query(Long.class)
                .single();
        String number = "F%s%08d".formatted(month.toString().replace("-", ""), seq);
        database.sql("""
                        insert into invoices (number, seq, partner_id, customer_id, currency, amount_cents, due_by, created_at)
                        values (:number, :seq, :partner, :customer, :currency, :amount, :dueBy, :at)""")
                .param("number", number)
                .param("seq", seq)
                .param("partner", order.partnerId())
                .param("customer", order.customerId().orElse(null))
                .param("currency", open.get(0).charge().currency())
                .param(
                        "amount",
                        open.stream().mapToLong(LedgerCharge::owedCents).reduce(0, Math::addExact))
                .param("dueBy", dueBy)
                .param("at", DatabaseTime.of(at))
                .update();
        for (LedgerCharge charge : open) {
            database.sql(
                            "insert into invoice_lines (number, charge_id, amount_cents) values (:number, :charge, :amount)")
                    .param("number", number)
                    .param("charge", charge.chargeId())
                    .param("amount", charge.owedCents())
                    .update();
        }
        return number;
    }

    public Optional<Invoice> find(String number) {
        return database.sql("select * from invoice_states where number = :number")
                .param("number", number)
                .query(InvoiceRepository::invoice)
                .optional();
    }

    /** The same, and nobody else cancels or pays it until the transaction ends. */
    Optional<Invoice> findLocked(String number) {
        database.sql("select number from invoices where number = :number for update")
                .param("number", number)
                .query(String.class)
                .optional();
        return find(number);
    }

    /** Invoices in the order in which they were made, after the one with the given number, at most as many as the limit. */
    public List<Invoice> after(
            long seq,
            Optional<String> partnerId,
            Optional<String> customerId,
            Optional<InvoiceStatus> status,
            int limit) {
        return database.sql("""
                        select * from invoice_states where seq > :seq
                        and (cast(:partner as text) is null or partner_id = :partner)
                        and (cast(:customer as text) is null or customer_id = :customer)
                        and (cast(:status as text) is null or state = :status)
                        order by seq limit :limit""")
                .param("seq", seq)
                .param("partner", partnerId.orElse(null))
                .param("customer", customerId.orElse(null))
                .param("status", status.map(InvoiceStatus::name).orElse(null))
                .param("limit", limit)
                .query(InvoiceRepository::invoice)
                .list();
    }

    /** The charges of an invoice, by customer. */
    public List<InvoiceLine> lines(String number) {
        Map<String, Long> amounts = new HashMap<>();
        database.sql("select charge_id, amount_cents from invoice_lines where number = :number")
                .param("number", number)
                .query((row, line) -> amounts.put(row.getString("charge_id"), row.getLong("amount_cents")))
                .list();
        return charges.findAll(amounts.keySet()).stream()
                .map(charge -> new InvoiceLine(charge, amounts.getOrDefault(charge.chargeId(), 0L)))
                .sorted((one, other) -> one.charge()
                        .charge()
                        .customerId()
                        .compareTo(other.charge().charge().customerId()))
                .toList();
    }

    void cancel(String number, Instant at) {
        database.sql("update invoices set cancelled_at = :at where number = :number")
                .param("at", DatabaseTime.of(at))
                .param("number", number)
                .update();
    }

    /** Notes that a settlement pays an invoice. */
    void paid(LedgerSettlement settlement, String number) {
        database.sql("""
                        update settlements set invoice_number = :number
                        where customer_id = :customer and settlement_id = :settlement""")
                .param("number", number)
                .param("customer", settlement.customerId())
                .param("settlement", settlement.settlementId())
                .update();
    }

    private static Invoice invoice(ResultSet row, int line) throws SQLException {
        return new Invoice(
                row.getString("number"),
                row.getLong("seq"),
                row.getString("partner_id"),
                Optional.ofNullable(row.getString("customer_id")),
                InvoiceStatus.valueOf(row.getString("state")),
                row.getString("currency"),
                row.getLong("amount_cents"),
                row.getLong("open_cents"),
                row.getObject("due_by", LocalDate.class),
                DatabaseTime.instant(row, "created_at"),
                DatabaseTime.optionalInstant(row, "cancelled_at"));
    }
}
