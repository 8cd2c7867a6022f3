package dev.licenseflow.portal.demo;

import dev.licenseflow.database.Transactions;
import dev.licenseflow.domain.request.Channel;
import dev.licenseflow.domain.request.Command;
import dev.licenseflow.domain.request.Request;
import dev.licenseflow.portal.account.Accounts;
import dev.licenseflow.portal.account.PortalUser;
import dev.licenseflow.portal.customer.Customer;
import dev.licenseflow.portal.customer.CustomerRepository;
import dev.licenseflow.portal.customer.TaxId;
import dev.licenseflow.portal.request.RequestService;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Two partners with two people each, and a dozen customers, to try the portal with. Their requests are real ones, sent through the
 * request service. Their ids are fixed, so doing it again changes nothing. The broker gives requests their time (rule T1), so no customer
 * is EXPIRED or INACTIVE by this alone; {@link DemoHistory} makes those.
 */
public record DemoData(
        Transactions transactions,
        Accounts accounts,
        CustomerRepository customers,
        RequestService service,
        Clock clock) {

    private static final int PASSWORD_BYTES = 12;
    private static final List<Partner> PARTNERS = List.of(
            new Partner("norte", "Revenda Norte Sistemas", List.of("Ana Lima", "Bruno Costa")),
            new Partner("sul", "Sul Automação Comercial", List.of("Carla Souza", "Diego Alves")));

    /**
     * Makes what is missing; the requests wait in the outbox until Kafka takes them.
     *
     * @return how to sign in as the partners that were made now, which is all or none
     */
    public List<DemoAccess> seed() {
        return seed(DemoCustomer.ALL);
    }

    /** The same with the customers of one month only. */
    List<DemoAccess> seed(int monthsAgo) {
        return seed(DemoCustomer.ALL.stream()
                .filter(customer -> customer.monthsAgo() == monthsAgo)
                .toList());
    }

    private List<DemoAccess> seed(List<DemoCustomer> wanted) {
        List<DemoAccess> made = transactions.call(this::makePartners);
        for (DemoCustomer customer : wanted) {
            for (Partner partner : PARTNERS) {
                if (customer.key().startsWith(partner.key)) {
                    // After this person was removed, nothing more is requested in that name.
                    accounts.user(partner.email(0))
                            .filter(user -> user.partnerId().equals(partner.id()))
                            .ifPresent(user -> register(user, customer));
                }
            }
        }
        return made;
    }

    private List<DemoAccess> makePartners() {
        List<DemoAccess> made = new ArrayList<>();
        for (Partner partner : PARTNERS) {
            if (accounts.addPartner(partner.id(), partner.name)) {
                made.add(makePeople(partner));
            }
        }
        return made;
    }

    private DemoAccess makePeople(Partner partner) {
        List<DemoAccess.SignIn> signIns = new ArrayList<>();
        for (int i = 0; i < partner.people.size(); i++) {
            String password = accounts.randomText(PASSWORD_BYTES);
            accounts.addUser(partner.id(), partner.email(i), partner.people.get(i), password);
            signIns.add(new DemoAccess.SignIn(partner.email(i), password));
        }
        return new DemoAccess(partner.id(), partner.name, signIns, accounts.issueKey(partner.id(), "demonstração"));
    }

    private void register(PortalUser user, DemoCustomer demo) {
        String customerId = "demo-" + demo.key();
        if (customers.find(user.partnerId(), customerId).isPresent()) {
            return;
        }
        TaxId taxId = new TaxId(demo.taxId());
        // In one transaction, so that an interruption leaves no half customer.
        transactions.run(() -> {
            service.register(
                    user,
                    new Customer(customerId, user.partnerId(), demo.name(), Optional.of(taxId), "", clock.instant()),
                    request(
                            user,
                            customerId,
                            "cadastro",
                            new Command.RegisterCustomer(demo.system(), demo.renewalMethod(), demo.items())));
            if (demo.suspended()) {
                service.send(user, request(user, customerId, "suspensao", new Command.Suspend()));
            }
        });
    }

    private static Request request(PortalUser user, String customerId, String what, Command command) {
        return new Request(
                customerId + "-" + what,
                customerId,
                user.partnerId(),
                Channel.CUSTOMERS,
                Optional.of("user-" + user.userId()),
                OptionalLong.empty(),
                OptionalLong.empty(),
                command);
    }

    private record Partner(String key, String name, List<String> people) {

        String id() {
            return "parceiro-" + key;
        }

        /** The domain .example belongs to nobody. */
        String email(int person) {
            String first = people.get(person).substring(0, people.get(person).indexOf(' '));
            return first.toLowerCase(Locale.ROOT) + "@" + key + ".example";
        }
    }
}
