package dev.licenseflow.portal.license;

import static dev.licenseflow.portal.Samples.AT;
import static dev.licenseflow.portal.Samples.MARCH;
import static dev.licenseflow.portal.Samples.charge;
import static dev.licenseflow.portal.Samples.content;
import static dev.licenseflow.portal.Samples.customer;
import static dev.licenseflow.portal.Samples.registered;
import static dev.licenseflow.portal.Samples.settled;
import static dev.licenseflow.portal.Samples.state;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.licenseflow.domain.decision.Decision;
import dev.licenseflow.domain.license.LicenseStatus;
import dev.licenseflow.domain.license.PublishedLicenses;
import dev.licenseflow.domain.request.RenewalMethod;
import dev.licenseflow.messaging.mapping.decision.DecisionMapper;
import dev.licenseflow.portal.PortalDatabase;
import dev.licenseflow.portal.customer.Customer;
import dev.licenseflow.portal.customer.CustomerRepository;
import dev.licenseflow.portal.customer.TaxIdTakenException;
import dev.licenseflow.portal.license.CustomerChargeRepository.CustomerCharge;
import dev.licenseflow.portal.license.CustomerSearch.SortBy;
import dev.licenseflow.portal.license.LicenseView.LicensedQuantities;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is read from the topics, and how it is shown. */
class ReadModelIT {

    private final PortalDatabase database = PortalDatabase.create();
    private final CustomerRepository customers = new CustomerRepository(database.client());
    private final LicenseRepository licenses = new LicenseRepository(database.client());
    private final DecisionRepository decisions = new DecisionRepository(database.client());
    private final CustomerChargeRepository charges = new CustomerChargeRepository(database.client());

    @BeforeEach
    void addCustomers() {
        customers.add(customer("p1", "c1", "Padaria São João", "11222333000181"));
        customers.add(customer("p1", "c2", "Açougue Central", "52998224725"));
        customers.add(customer("p1", "c3", "Bar 100% Bom", "12ABC34501DE35"));
        customers.add(customer("p2", "c4", "Padaria de Outro", "11222333000181"));
        licenses.enter(state("p1", "c1", LicenseStatus.ACTIVE, YearMonth.of(2026, 3), 2, 0));
        licenses.enter(state("p1", "c2", LicenseStatus.EXPIRED, YearMonth.of(2026, 2), 3, 500));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void onlyAHigherRevisionTakesThePlaceOfAnother() {
        licenses.enter(state("p1", "c1", LicenseStatus.SUSPENDED, YearMonth.of(2026, 3), 2, 0));
        licenses.enter(state("p1", "c1", LicenseStatus.SUSPENDED, YearMonth.of(2026, 3), 1, 0));
        assertThat(licenses.find("p1", "c1").orElseThrow().status()).isEqualTo(CustomerStatus.ACTIVE);

        licenses.enter(state("p1", "c1", LicenseStatus.SUSPENDED, YearMonth.of(2026, 3), 3, 7));
        LicenseView view = licenses.find("p1", "c1").orElseThrow().licenses().orElseThrow();

        assertThat(view.status()).isEqualTo(CustomerStatus.SUSPENDED);
        assertThat(view.openChargesCents()).isEqualTo(7);
        assertThat(view.paidThrough()).isEqualTo(MARCH);
        assertThat(view.products()).containsEntry("cloud", new LicensedQuantities(1, 0));
    }

    @Test
    void anotherPartnersCustomerIsNotThere() {
        assertThat(licenses.find("p2", "c1")).isEmpty();
        assertThat(customers.find("p2", "c1")).isEmpty();
        assertThat(licenses.isOfAnother("p2", "c1")).isTrue();
        assertThat(licenses.isOfAnother("p1", "c1")).isFalse();
        assertThat(licenses.isOfAnother("p1", "nobody")).isFalse();
    }

    @Test
    void aTaxIdIsTakenOncePerPartner() {
        assertThat(customers.isTaxIdTaken(
                        "p2",
                        "new",
                        customers.find("p1", "c2").orElseThrow().taxId().orElseThrow()))
                .isFalse();
        assertThatThrownBy(() -> customers.add(customer("p1", "c9", "Outra", "11222333000181")))
                .isInstanceOf(TaxIdTakenException.class);
    }

    @Test
    void whoIsGoneDoesNotBlockItsTaxId() {
        licenses.enter(state("p1", "c1", LicenseStatus.INACTIVE, MARCH.minusMonths(2), 3, 0));

        customers.add(customer("p1", "c9", "Padaria Nova", "11222333000181"));

        assertThat(found(search("11.222"))).containsExactly("c9", "c1");
        assertThatThrownBy(() -> customers.add(customer("p1", "c10", "Terceira", "11222333000181")))
                .isInstanceOf(TaxIdTakenException.class);
        customers.put(customer("p1", "c1", "Padaria Velha", "11222333000181"));
        assertThat(found(search("velha"))).containsExactly("c1");
    }

    /** Rule R9: names are on no topic, so the new partner sees the id until it has entered the customer. */
    @Test
    void aTransferredCustomerGoesFromOneListToTheOther() {
        enter(registered("p1", "c1", "r1"), 0, 1);
        charges.enter(charge("p1", "c1"));
        licenses.enter(state("p2", "c1", LicenseStatus.ACTIVE, MARCH, 3, 7_097));

        assertThat(found(search(""))).containsExactly("c2", "c3");
        assertThat(licenses.find("p1", "c1")).isEmpty();
        assertThat(charges.open("p1", "c1")).isEmpty();
        assertThat(licenses.find("p2", "c1").orElseThrow().customer())
                .isEqualTo(new Customer("c1", "p2", "c1", Optional.empty(), "", AT));
        assertThat(charges.open("p2", "c1")).hasSize(1);

        customers.put(customer("p2", "c1", "Padaria Recebida", "33000167000101"));
        assertThat(licenses.find("p2", "c1").orElseThrow().customer().name()).isEqualTo("Padaria Recebida");

        licenses.enter(state("p1", "c1", LicenseStatus.ACTIVE, MARCH, 4, 0));
        assertThat(licenses.find("p1", "c1").orElseThrow().customer().name()).isEqualTo("Padaria São João");
    }

    @Test
    void searchFindsPartsOfNamesAndTaxIdsAndTakesNothingForAPattern() {
        assertThat(found(search("sao jo"))).containsExactly("c1");
        assertThat(found(search("AÇOUGUE"))).containsExactly("c2");
        assertThat(found(search("11.222"))).containsExactly("c1");
        assertThat(found(search("100%"))).containsExactly("c3");
        assertThat(found(search("%"))).containsExactly("c3");
        assertThat(found(search("_"))).isEmpty();
        assertThat(found(search(""))).containsExactly("c2", "c3", "c1");
    }

    @Test
    void filtersAreJoined() {
        assertThat(found(filter("", CustomerStatus.PENDING))).containsExactly("c3");
        assertThat(found(filter("", CustomerStatus.ACTIVE))).containsExactly("c1");
        assertThat(found(filter("bar", CustomerStatus.ACTIVE))).isEmpty();
    }

    @Test
    void everyColumnSortsBothWaysAndPagesDoNotOverlap() {
        for (SortBy sortBy : SortBy.values()) {
            for (boolean descending : List.of(true, false)) {
                List<String> pages = List.of(
                        found(page(sortBy, descending, 0)).get(0),
                        found(page(sortBy, descending, 1)).get(0),
                        found(page(sortBy, descending, 2)).get(0));
                assertThat(pages).as(sortBy + " " + descending).containsExactlyInAnyOrder("c1", "c2", "c3");
            }
        }
        assertThat(found(page(SortBy.NAME, true, 0))).containsExactly("c1");
        assertThat(found(of("", Optional.empty(), SortBy.DUE, false, 0, 10))).containsExactly("c2", "c1", "c3");
        licenses.enter(state("p1", "c2", LicenseStatus.INACTIVE, MARCH.minusMonths(2), 4, 500));
        assertThat(found(of("", Optional.empty(), SortBy.DUE, false, 0, 10))).containsExactly("c1", "c2", "c3");
        assertThat(licenses.search(page(SortBy.NAME, true, 0)).total()).isEqualTo(3);
    }

    @Test
    void aDecisionComesBackAsItWasOnceAndWithItsCharges() {
        Decision decision = registered("p1", "c1", "r1");
        enter(decision, 0, 5);
        enter(decision, 0, 5);
        enter(decision.repeated("again"), 0, 6);
        enter(settled("p1", "c1", "s1", "c1:charge"), 0, 7);
        charges.enter(charge("p1", "c1"));

        Page<JournalEntry> journal = decisions.of("p1", "c1", 0, 10);

        assertThat(journal.total()).isEqualTo(2);
        assertThat(journal.items())
                .extracting(JournalEntry::decision)
                .containsExactly(settled("p1", "c1", "s1", "c1:charge"), decision);
        assertThat(journal.items().get(1).charges())
                .containsExactly(charge("p1", "c1").line());
        assertThat(decisions.onRequest("p1", "c1", "r1").map(DecisionMapper::toDomain))
                .contains(decision);
        assertThat(decisions.of("p2", "c1", 0, 10).items()).isEmpty();
    }

    @Test
    void aChargeIsOpenUntilADecisionSettlesItWhicheverIsReadFirst() {
        charges.enter(charge("p1", "c1"));
        charges.enter(charge("p1", "c1"));
        assertThat(charges.open("p1", "c1")).extracting(CustomerCharge::charge).containsExactly(charge("p1", "c1"));
        assertThat(charges.open("p2", "c1")).isEmpty();

        enter(settled("p1", "c1", "s1", "c1:charge"), 0, 1);
        enter(settled("p1", "c2", "s2", "c2:charge"), 1, 1);
        charges.enter(charge("p1", "c2"));

        assertThat(charges.open("p1", "c1")).isEmpty();
        assertThat(charges.open("p1", "c2")).isEmpty();
        licenses.enter(managed("c1"));
        licenses.enter(managed("c2"));
        Page<CustomerChargeRepository.CustomerLineCharges> months =
                charges.managedMonths("p1", Optional.of(MARCH), 0, 10);
        assertThat(months.items())
                .extracting(month -> month.customer().customerId())
                .containsExactly("c2", "c1");
        assertThat(months.items().get(0).charges().get(0).settledAt()).contains(AT);
        assertThat(charges.managedMonths("p1", Optional.of(MARCH.plusMonths(1)), 0, 10)
                        .total())
                .isZero();
    }

    @Test
    void chargesOfCustomersWhoRenewThemselvesAreNotAmongTheManagedOnes() {
        licenses.enter(state("p1", "c1", LicenseStatus.ACTIVE, YearMonth.of(2026, 3), 9, 7_097));
        charges.enter(charge("p1", "c1"));

        assertThat(charges.managedMonths("p1", Optional.empty(), 0, 10).total()).isZero();
    }

    private static PublishedLicenses managed(String customerId) {
        return state("p1", customerId, LicenseStatus.ACTIVE, RenewalMethod.MANAGED_BILLING, MARCH, 9, 7_097);
    }

    private List<String> found(CustomerSearch search) {
        return licenses.search(search).items().stream()
                .map(line -> line.customer().customerId())
                .toList();
    }

    private static CustomerSearch search(String text) {
        return of(text, Optional.empty(), SortBy.NAME, false, 0, 10);
    }

    private static CustomerSearch filter(String text, CustomerStatus status) {
        return of(text, Optional.of(status), SortBy.NAME, false, 0, 10);
    }

    private static CustomerSearch page(SortBy sortBy, boolean descending, int page) {
        return of("", Optional.empty(), sortBy, descending, page, 1);
    }

    private static CustomerSearch of(
            String text, Optional<CustomerStatus> status, SortBy sortBy, boolean descending, int page, int size) {
        return new CustomerSearch(
                "p1", text, status, Optional.empty(), Optional.empty(), sortBy, descending, page, size);
    }

    private void enter(Decision decision, int partition, long offset) {
        decisions.enter(decision, content(decision), partition, offset);
    }
}
