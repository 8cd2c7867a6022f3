package dev.licenseflow.portal.license;

import dev.licenseflow.database.DatabaseTime;
import dev.licenseflow.domain.license.PublishedLicenses;
import dev.licenseflow.domain.request.RenewalMethod;
import dev.licenseflow.portal.customer.CustomerRepository;
import dev.licenseflow.portal.license.LicenseView.LicensedQuantities;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The licenses in the database, as read from the topic; a row is replaced only by a higher revision (rule D4). */
public final class LicenseRepository {

    private static final String FROM = """
             from partner_customers c left join licenses l on l.customer_id = c.customer_id and l.partner_id = c.partner_id
            where c.partner_id = :partner""";

    private static final String COLUMNS = """
            select c.*, l.system, l.status, l.renewal_method, l.paid_through, l.revision, l.products,
                l.open_charges_cents, l.renewal_scheduled, l.cancelled""";

    /** The products are kept as {@code {"cloud": {"active": 1, "next": 0}}}. */
    private static final TypeReference<TreeMap<String, LicensedQuantities>> QUANTITIES = new TypeReference<>() {};

    private static final JsonMapper JSON = new JsonMapper();

    private final JdbcClient database;

    public LicenseRepository(JdbcClient database) {
        this.database = database;
    }

    /** Enters a record of the topic, unless a newer one is here. */
    public void enter(PublishedLicenses licenses) {
        database.sql("""
                        insert into licenses (customer_id, partner_id, system, status, renewal_method, paid_through,
                            revision, open_charges_cents, products, renewal_scheduled, cancelled, since)
                        values (?, ?, ?, ?, ?, ?, ?, ?, cast(? as jsonb), ?, ?, ?)
                        on conflict (customer_id) do update set partner_id = excluded.partner_id,
                            system = excluded.system, status = excluded.status,
                            renewal_method = excluded.renewal_method, paid_through = excluded.paid_through,
                            revision = excluded.revision, products = excluded.products,
                            open_charges_cents = excluded.open_charges_cents,
                            renewal_scheduled = excluded.renewal_scheduled, cancelled = excluded.cancelled,
                            since = case when licenses.partner_id = excluded.partner_id then licenses.since
                                else excluded.since end
                        where excluded.revision > licenses.revision""")
                .params(licenses.customerId(), licenses.partnerId(), licenses.system())
                .params(licenses.status().name(), licenses.renewalMethod().name())
                .params(licenses.paidThrough().toString(), licenses.revision(), licenses.openChargesCents())
                .params(JSON.writeValueAsString(quantities(licenses)))
                .params(licenses.renewalScheduled(), licenses.cancelled(), DatabaseTime.of(licenses.changedAt()))
                .update();
    }

    /** The customers of a partner with their licenses. */
    public Page<CustomerLine> search(CustomerSearch search) {
        String where = FROM + """
                 and (position(:text in c.search_name) > 0
                    or (:taxId <> '' and position(:taxId in c.tax_id) > 0))
                and (cast(:status as text) is null or coalesce(l.status, 'PENDING') = :status)
                and (cast(:system as text) is null or l.system = :system)
                and (cast(:method as text) is null or l.renewal_method = :method)
                """;
        long total = with(search, "select count(*)" + where).query(Long.class).single();
        List<CustomerLine> lines = with(
                        search, COLUMNS + where + " order by " + order(search) + " limit :size offset :start")
                .param("size", search.size())
                .param("start", (long) search.page() * search.size())
                .query(LicenseRepository::line)
                .list();
        return new Page<>(lines, total, search.page(), search.size());
    }

    /** One customer; empty for one of another partner. */
    public Optional<CustomerLine> find(String partnerId, String customerId) {
        return database.sql(COLUMNS + FROM + " and c.customer_id = :customer")
                .param("partner", partnerId)
                .param("customer", customerId)
                .query(LicenseRepository::line)
                .optional();
    }

    /** Whether another partner owns the customer; before there is a license, nobody does. */
    public boolean isOfAnother(String partnerId, String customerId) {
        return database.sql("select exists (select from owners where customer_id = ? and partner_id <> ?)")
                .params(customerId, partnerId)
                .query(Boolean.class)
                .single();
    }

    private static Map<String, LicensedQuantities> quantities(PublishedLicenses licenses) {
        Map<String, LicensedQuantities> quantities = new TreeMap<>();
        licenses.products()
                .forEach((code, both) -> quantities.put(code, new LicensedQuantities(both.active(), both.next())));
        return quantities;
    }

    private JdbcClient.StatementSpec with(CustomerSearch search, String sql) {
        return database.sql(sql)
                .param("partner", search.partnerId())
                .param("text", CustomerRepository.searchText(search.text()))
                .param("taxId", search.text().replaceAll("[\\s./-]", "").toUpperCase(Locale.ROOT))
                .param("status", search.status().map(CustomerStatus::name).orElse(null))
                .param("system", search.system().orElse(null))
                .param("method", search.renewalMethod().map(RenewalMethod::name).orElse(null));
    }

    /** Who is INACTIVE does not expire, and comes behind. The id comes last, so that pages never overlap. */
    private static String order(CustomerSearch search) {
        String column = switch (search.sortBy()) {
            case NAME -> "c.search_name";
            case TAX_ID -> "c.tax_id";
            case REGISTERED -> "c.registered_at";
            case PRODUCT -> "l.system";
            case DUE -> "l.status = 'INACTIVE' nulls last, l.paid_through";
            case STATUS -> "coalesce(l.status, 'PENDING')";
        };
        String direction = search.descending() ? " desc" : "";
        return column + direction + " nulls last, c.search_name" + direction + ", c.customer_id" + direction;
    }

    private static CustomerLine line(ResultSet row, int number) throws SQLException {
        return new CustomerLine(CustomerRepository.customer(row, number), licenses(row));
    }

    private static Optional<LicenseView> licenses(ResultSet row) throws SQLException {
        String status = row.getString("status");
        return status == null
                ? Optional.empty()
                : Optional.of(new LicenseView(
                        row.getString("system"),
                        CustomerStatus.valueOf(status),
                        RenewalMethod.valueOf(row.getString("renewal_method")),
                        YearMonth.parse(row.getString("paid_through")),
                        row.getLong("revision"),
                        JSON.readValue(row.getString("products"), QUANTITIES),
                        row.getLong("open_charges_cents"),
                        row.getBoolean("renewal_scheduled"),
                        row.getBoolean("cancelled")));
    }
}
