package dev.licenseflow.portal.account;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who may use the portal, without anything secret. */
public final class AccountList {

    private final JdbcClient database;

    public AccountList(JdbcClient database) {
        this.database = database;
    }

    /** All partners by id, each with the people who can sign in and the labels of its keys. */
    public List<Entry> entries() {
        return database.sql("select partner_id, name from partners order by partner_id")
                .query((row, number) -> {
                    String partnerId = row.getString("partner_id");
                    return new Entry(partnerId, row.getString("name"), people(partnerId), keyLabels(partnerId));
                })
                .list();
    }

    private List<Person> people(String partnerId) {
        return database.sql("""
                        select email, name from users
                        where partner_id = ? and email is not null order by email""")
                .param(partnerId)
                .query((row, number) -> new Person(row.getString("email"), row.getString("name")))
                .list();
    }

    private List<String> keyLabels(String partnerId) {
        return database.sql("select label from api_keys where partner_id = ? and revoked_at is null order by label")
                .param(partnerId)
                .query(String.class)
                .list();
    }

    /**
     * A partner.
     *
     * @param keyLabels of keys that are not revoked
     */
    public record Entry(String partnerId, String name, List<Person> people, List<String> keyLabels) {

        public Entry {
            people = List.copyOf(people);
            keyLabels = List.copyOf(keyLabels);
        }
    }

    /** Somebody who can sign in. */
    public record Person(String email, String name) {}
}
