package dev.licenseflow.portal.web;

import dev.licenseflow.domain.charge.Charge;
import dev.licenseflow.domain.decision.Decided;
import dev.licenseflow.domain.license.CustomerLicenses;
import dev.licenseflow.domain.license.RenewalMethod;
import dev.licenseflow.portal.customer.Customer;
import dev.licenseflow.portal.license.CustomerCharge;
import dev.licenseflow.portal.license.CustomerCharges;
import dev.licenseflow.portal.license.CustomerLine;
import dev.licenseflow.portal.license.CustomerList;
import dev.licenseflow.portal.license.CustomerSearch;
import dev.licenseflow.portal.license.CustomerStatus;
import dev.licenseflow.portal.license.Journal;
import dev.licenseflow.portal.license.JournalEntry;
import dev.licenseflow.portal.license.LicenseView;
import dev.licenseflow.portal.license.Page;
import dev.licenseflow.portal.license.Quantities;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the screens read, straight from the stand-in. */
final class ReadModel implements CustomerList, Journal, CustomerCharges {

    private final StandIn standIn;
    private final TestClock clock;

    ReadModel(StandIn standIn, TestClock clock) {
        this.standIn = standIn;
        this.clock = clock;
    }

    @Override
    public Page<CustomerLine> search(CustomerSearch search) {
        List<CustomerLine> found = new ArrayList<>(of(search.partnerId()).stream()
                .map(this::line)
                .filter(line -> matches(line, search))
                .toList());
        Comparator<CustomerLine> order = Comparator.comparing(line -> key(line, search.sortBy()));
        found.sort(search.descending() ? order.reversed() : order);
        return page(found, search.page(), search.size());
    }

    @Override
    public Optional<CustomerLine> find(String partnerId, String customerId) {
        return of(partnerId).stream()
                .filter(customer -> customer.customerId().equals(customerId))
                .map(this::line)
                .findFirst();
    }

    @Override
    public Page<JournalEntry> of(String partnerId, String customerId, int page, int size) {
        return find(partnerId, customerId).isEmpty()
                ? page(List.of(), page, size)
                : page(standIn.journal(customerId).stream().map(this::entry).toList(), page, size);
    }

    @Override
    public List<CustomerCharge> open(String partnerId, String customerId) {
        return charges(customerId).stream()
                .filter(charge -> charge.settledAt().isEmpty())
                .toList();
    }

    @Override
    public Page<CustomerLineCharges> managedMonths(String partnerId, Optional<YearMonth> month, int page, int size) {
        List<CustomerLineCharges> groups = new ArrayList<>();
        for (Customer customer : of(partnerId)) {
            if (standIn.licenses(customer.customerId()).renewalMethod() != RenewalMethod.MANAGED_BILLING) {
                continue;
            }
            SortedMap<YearMonth, List<CustomerCharge>> byMonth = new TreeMap<>(Comparator.reverseOrder());
            charges(customer.customerId())
                    .forEach(charge -> byMonth.computeIfAbsent(charge.charge().month(), any -> new ArrayList<>())
                            .add(charge));
            byMonth.forEach((one, charges) -> {
                if (month.isEmpty() || month.get().equals(one)) {
                    groups.add(new CustomerLineCharges(customer, one, charges));
                }
            });
        }
        groups.sort(Comparator.comparing(CustomerLineCharges::month).reversed());
        return page(groups, page, size);
    }

    private List<CustomerCharge> charges(String customerId) {
        return standIn.charges(customerId).stream()
                .map(charge -> new CustomerCharge(charge, standIn.settledAt(charge)))
                .toList();
    }

    private List<Customer> of(String partnerId) {
        return standIn.customers().stream()
                .filter(customer -> customer.partnerId().equals(partnerId))
                .toList();
    }

    private CustomerLine line(Customer customer) {
        CustomerLicenses licenses = standIn.licenses(customer.customerId());
        return new CustomerLine(customer, licenses.isRegistered() ? Optional.of(view(licenses)) : Optional.empty());
    }

    private static LicenseView view(CustomerLicenses licenses) {
        SortedMap<String, Quantities> products = new TreeMap<>();
        licenses.products().forEach((code, both) -> products.put(code, new Quantities(both.active(), both.next())));
        return new LicenseView(
                licenses.system(),
                CustomerStatus.valueOf(licenses.status().name()),
                licenses.renewalMethod(),
                licenses.paidThrough(),
                licenses.revision(),
                products,
                licenses.openChargesCents());
    }

    private JournalEntry entry(Decided decided) {
        return new JournalEntry(
                decided.decision(),
                standIn.request(decided.decision().causeId()),
                decided.charges().stream().map(Charge::line).toList());
    }

    private boolean matches(CustomerLine line, CustomerSearch search) {
        String text = search.text().toLowerCase(Locale.ROOT);
        Optional<LicenseView> licenses = line.licenses();
        return (line.customer().name().toLowerCase(Locale.ROOT).contains(text)
                        || line.customer().taxId().formatted().contains(text))
                && search.status().map(line.status()::equals).orElse(true)
                && search.system()
                        .map(system ->
                                licenses.isPresent() && licenses.get().system().equals(system))
                        .orElse(true)
                && search.renewalMethod()
                        .map(method -> licenses.isPresent() && licenses.get().renewalMethod() == method)
                        .orElse(true)
                && (!search.dueOnly() || isDue(line));
    }

    private boolean isDue(CustomerLine line) {
        YearMonth now = standIn.core().calendar().monthOf(clock.instant());
        return line.status() != CustomerStatus.INACTIVE
                && line.licenses()
                        .filter(licenses -> !licenses.paidThrough().isAfter(now))
                        .isPresent();
    }

    private static String key(CustomerLine line, CustomerSearch.SortBy column) {
        return switch (column) {
            case NAME -> line.customer().name();
            case TAX_ID -> line.customer().taxId().digits();
            case REGISTERED -> line.customer().registeredAt().toString();
            case PRODUCT -> line.licenses().map(LicenseView::system).orElse("");
            case DUE ->
                line.licenses()
                        .map(licenses -> licenses.paidThrough().toString())
                        .orElse("");
            case STATUS -> line.status().name();
        };
    }

    private static <T> Page<T> page(List<T> all, int page, int size) {
        int from = Math.min(all.size(), page * size);
        return new Page<>(all.subList(from, Math.min(all.size(), from + size)), all.size(), page, size);
    }
}
