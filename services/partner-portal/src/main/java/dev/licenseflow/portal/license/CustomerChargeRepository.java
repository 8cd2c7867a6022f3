package dev.licenseflow.portal.license;

import dev.licenseflow.database.DatabaseTime;
import dev.licenseflow.domain.charge.Charge;
import dev.licenseflow.domain.charge.ChargeKind;
import dev.licenseflow.domain.charge.ChargeLine;
import dev.licenseflow.portal.customer.Customer;
import dev.licenseflow.portal.customer.CustomerRepository;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The charges in the database. A charge is never changed once it is here (rule G1). */
public final class CustomerChargeRepository {

    /**
     * A charge of a customer.
     *
     * @param settledAt empty while it is open
     */
    public record CustomerCharge(Charge charge, Optional<Instant> settledAt) {}

    /** The charges of a customer for a month. */
    public record CustomerLineCharges(Customer customer, YearMonth month, List<CustomerCharge> charges) {

        public CustomerLineCharges {
            charges = List.copyOf(charges);
        }
    }

    private static final String SELECT =
            "select h.*, s.settled_at from charges h left join settled_charges s on s.charge_id = h.charge_id ";

    private final JdbcClient database;

    public CustomerChargeRepository(JdbcClient database) {
        this.database = database;
    }

    /** Enters a charge, unless it is here. */
    public void enter(Charge charge) {
        ChargeLine line = charge.line();
        database.sql("""
                        insert into charges (charge_id, kind, customer_id, partner_id, product, quantity, unit_price_cents,
                            days_charged, days_in_month, amount_cents, currency, month, cause_id, catalog_version, quote_id, corrects)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (charge_id) do nothing""")
                .params(charge.chargeId(), charge.kind().name(), charge.customerId(), charge.partnerId())
                .params(line.product(), line.quantity(), line.unitPriceCents())
                .params(line.daysCharged(), line.daysInMonth(), line.amountCents())
                .params(charge.currency(), charge.month().toString(), charge.causeId(), charge.catalogVersion())
                .param(charge.quoteId().orElse(null))
                .param(charge.corrects().orElse(null))
                .update();
    }

    /**
     * The open charges of a customer, the oldest month first; nothing for a customer of another partner. Those of the partner from
     * which the customer was transferred are among them: they stand in the way of its renewal (R3).
     */
    public List<CustomerCharge> open(String partnerId, String customerId) {
        return database.sql(SELECT + """
                        where h.customer_id = :customer and s.charge_id is null
                            and (exists (select from licenses l where l.customer_id = :customer and l.partner_id = :partner)
                                or h.partner_id = :partner
                                    and not exists (select from licenses l where l.customer_id = :customer))
                        order by h.month, h.product, h.charge_id""")
                .param("customer", customerId)
                .param("partner", partnerId)
                .query(CustomerChargeRepository::charge)
                .list();
    }

    /** The charges of a partner's customers with managed billing, by month and customer, the latest month first. */
    public Page<CustomerLineCharges> managedMonths(String partnerId, Optional<YearMonth> month, int page, int size) {
        String groups = """
                 from partner_customers c join (select distinct customer_id, partner_id, month from charges) h
                    on h.customer_id = c.customer_id and h.partner_id = c.partner_id
                    join licenses l on l.customer_id = c.customer_id and l.partner_id = c.partner_id
                        and l.renewal_method = 'MANAGED_BILLING'
                where c.partner_id = :partner and (cast(:month as text) is null or h.month = :month)
                """;
        String ofMonth = month.map(YearMonth::toString).orElse(null);
        long total = database.sql("select count(*)" + groups)
                .param("partner", partnerId)
                .param("month", ofMonth)
                .query(Long.class)
                .single();
        List<CustomerLineCharges> lines = database.sql("select c.*, h.month" + groups
                        + "order by h.month desc, c.search_name, c.customer_id limit :size offset :start")
                .param("partner", partnerId)
                .param("month", ofMonth)
                .param("size", size)
                .param("start", (long) page * size)
                .query((row, number) ->
                        of(CustomerRepository.customer(row, number), YearMonth.parse(row.getString("month"))))
                .list();
        return new Page<>(lines, total, page, size);
    }

    private CustomerLineCharges of(Customer customer, YearMonth month) {
        List<CustomerCharge> charges = database.sql(SELECT + """
                        where h.partner_id = ? and h.customer_id = ? and h.month = ?
                        order by h.product, h.charge_id""")
                .params(customer.partnerId(), customer.customerId(), month.toString())
                .query(CustomerChargeRepository::charge)
                .list();
        return new CustomerLineCharges(customer, month, charges);
    }

    private static CustomerCharge charge(ResultSet row, int number) throws SQLException {
        Charge charge = new Charge(
                row.getString("charge_id"),
                ChargeKind.valueOf(row.getString("kind")),
                row.getString("customer_id"),
                row.getString("partner_id"),
                line(row, number),
                row.getString("currency"),
                YearMonth.parse(row.getString("month")),
                row.getString("cause_id"),
                row.getInt("catalog_version"),
                Optional.ofNullable(row.getString("quote_id")),
                Optional.ofNullable(row.getString("corrects")));
        return new CustomerCharge(charge, DatabaseTime.optionalInstant(row, "settled_at"));
    }

    static ChargeLine line(ResultSet row, int number) throws SQLException {
        return new ChargeLine(
                row.getString("product"),
                row.getInt("quantity"),
                row.getLong("unit_price_cents"),
                row.getInt("days_charged"),
                row.getInt("days_in_month"),
                row.getLong("amount_cents"));
    }
}
