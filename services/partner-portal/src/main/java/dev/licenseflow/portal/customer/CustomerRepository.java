package dev.licenseflow.portal.customer;

import dev.licenseflow.database.DatabaseTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The customers in the database, each partner's own: two may have entered one under the same id. Who then gets the license owns it.
 */
public final class CustomerRepository {

    /** Its id has become another partner's; it is kept for its refused requests only. */
    private static final String LOST =
            " exists (select from owners o where o.customer_id = customers.customer_id and o.partner_id <> :partner)";

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
     * Enters a customer, or corrects its name and tax id.
     *
     * @throws TaxIdTakenException if another customer of the partner has this tax id
     */
    public void put(Customer customer) {
        write(customer, """
                 on conflict (partner_id, customer_id) do update set name = excluded.name, search_name = excluded.search_name,
                    tax_id = excluded.tax_id""");
    }

    private void write(Customer customer, String onConflict) {
        // One whose id was lost does not keep its tax id from the customer under its new id.
        database.sql("delete from customers where partner_id = :partner and tax_id = :taxId and customer_id <> :id and"
                        + LOST)
                .param("partner", customer.partnerId())
                .param("taxId", customer.taxId().digits())
                .param("id", customer.customerId())
                .update();
        try {
            database.sql("""
                            insert into customers (customer_id, partner_id, name, search_name, tax_id, registered_at)
                            values (:id, :partner, :name, :searchName, :taxId, :at)""" + onConflict)
                    .param("id", customer.customerId())
                    .param("partner", customer.partnerId())
                    .param("name", customer.name())
                    .param("searchName", SearchText.of(customer.name()))
                    .param("taxId", customer.taxId().digits())
                    .param("at", DatabaseTime.of(customer.registeredAt()))
                    .update();
        } catch (DuplicateKeyException taken) {
            if (String.valueOf(taken.getMessage()).contains("tax_id")) {
                throw new TaxIdTakenException(taken);
            }
            throw taken;
        }
    }

    public Optional<Customer> find(String partnerId, String customerId) {
        return database.sql("select * from customers where customer_id = :id and partner_id = :partner")
                .param("id", customerId)
                .param("partner", partnerId)
                .query(CustomerRepository::customer)
                .optional();
    }

    public boolean isTaxIdTaken(String partnerId, TaxId taxId) {
        return database.sql(
                        "select exists (select from customers where partner_id = :partner and tax_id = :taxId and not"
                                + LOST + ")")
                .param("partner", partnerId)
                .param("taxId", taxId.digits())
                .query(Boolean.class)
                .single();
    }

    /** The customer in a row that has the columns of the table. */
    public static Customer customer(ResultSet row, int number) throws SQLException {
        return new Customer(
                row.getString("customer_id"),
                row.getString("partner_id"),
                row.getString("name"),
                new TaxId(row.getString("tax_id")),
                DatabaseTime.instant(row, "registered_at"));
    }
}
