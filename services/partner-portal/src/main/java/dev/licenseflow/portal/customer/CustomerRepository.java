package dev.licenseflow.portal.customer;

import dev.licenseflow.database.DatabaseTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The customers in the database, by partner: two partners may enter the same id. The partner that gets the license owns the customer,
 * also one that it has not entered: that one has its id for a name.
 */
public final class CustomerRepository {

    /** Another partner owns the customer of this id; the row is kept for its refused requests only. */
    private static final String LOST =
            " exists (select from owners o where o.customer_id = customers.customer_id and o.partner_id <> customers.partner_id)";

    private static final String INACTIVE =
            " exists (select from licenses l where l.customer_id = customers.customer_id and l.status = 'INACTIVE')";

    private final JdbcClient database;

    public CustomerRepository(JdbcClient database) {
        this.database = database;
    }

    /**
     * Enters a customer.
     *
     * @throws TaxIdTakenException if the partner has a customer with this tax id
     */
    public void add(Customer customer) {
        write(customer, "");
    }

    /**
     * Enters a customer, or corrects its name, tax id and contact.
     *
     * @throws TaxIdTakenException if another customer of the partner has this tax id
     */
    public void put(Customer customer) {
        write(customer, """
                 on conflict (partner_id, customer_id) do update set name = excluded.name, search_name = excluded.search_name,
                    tax_id = excluded.tax_id, contact = excluded.contact,
                    superseded = customers.superseded and customers.tax_id = excluded.tax_id""");
    }

    private void write(Customer customer, String onConflict) {
        String taxId = customer.taxId().orElseThrow().digits();
        // A customer that was lost to another partner, or that is INACTIVE, must not block its tax id for a new start.
        String same = " where partner_id = ? and tax_id = ? and customer_id <> ? and";
        database.sql("delete from customers" + same + LOST)
                .params(customer.partnerId(), taxId, customer.customerId())
                .update();
        database.sql("update customers set superseded = true" + same + INACTIVE)
                .params(customer.partnerId(), taxId, customer.customerId())
                .update();
        try {
            database.sql("""
                            insert into customers (customer_id, partner_id, name, search_name, tax_id, contact, registered_at)
                            values (?, ?, ?, ?, ?, ?, ?)""" + onConflict)
                    .params(customer.customerId(), customer.partnerId(), customer.name(), searchText(customer.name()))
                    .params(taxId, customer.contact(), DatabaseTime.of(customer.registeredAt()))
                    .update();
        } catch (DuplicateKeyException taken) {
            if (String.valueOf(taken.getMessage()).contains("tax_id")) {
                throw new TaxIdTakenException(taken);
            }
            throw taken;
        }
    }

    public Optional<Customer> find(String partnerId, String customerId) {
        return database.sql("select * from partner_customers where customer_id = ? and partner_id = ?")
                .params(customerId, partnerId)
                .query(CustomerRepository::customer)
                .optional();
    }

    /** Whether another customer of the partner than this one has the tax id; one that is INACTIVE has it no more. */
    public boolean isTaxIdTaken(String partnerId, String customerId, TaxId taxId) {
        return database.sql(
                        "select exists (select from customers where partner_id = ? and customer_id <> ? and tax_id = ?"
                                + " and not superseded and not" + LOST + " and not" + INACTIVE + ")")
                .params(partnerId, customerId, taxId.digits())
                .query(Boolean.class)
                .single();
    }

    /** The customer in a row that has the columns of the view {@code partner_customers}. */
    public static Customer customer(ResultSet row, int number) throws SQLException {
        return new Customer(
                row.getString("customer_id"),
                row.getString("partner_id"),
                row.getString("name"),
                Optional.ofNullable(row.getString("tax_id")).map(TaxId::new),
                row.getString("contact"),
                DatabaseTime.instant(row, "registered_at"));
    }

    /** A name as it is searched and sorted: in small letters, without accents and outer spaces. */
    public static String searchText(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .strip();
    }
}
