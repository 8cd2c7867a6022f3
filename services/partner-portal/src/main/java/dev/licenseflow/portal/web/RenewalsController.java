package dev.licenseflow.portal.web;

import dev.licenseflow.domain.request.RenewalMethod;
import dev.licenseflow.portal.account.PortalUser;
import dev.licenseflow.portal.license.CustomerChargeRepository;
import dev.licenseflow.portal.license.CustomerChargeRepository.CustomerCharge;
import dev.licenseflow.portal.license.CustomerChargeRepository.CustomerLineCharges;
import dev.licenseflow.portal.license.CustomerLine;
import dev.licenseflow.portal.license.CustomerSearch;
import dev.licenseflow.portal.license.LicenseRepository;
import dev.licenseflow.portal.license.Page;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Renovação manual: who is due or expired. Gestão de cobranças: the charges per customer and month. */
@Controller
class RenewalsController {

    private static final int PAGE_SIZE = 20;

    private final LicenseRepository customers;
    private final CustomerChargeRepository charges;
    private final Phrasebook phrasebook;

    RenewalsController(LicenseRepository customers, CustomerChargeRepository charges, Phrasebook phrasebook) {
        this.customers = customers;
        this.charges = charges;
        this.phrasebook = phrasebook;
    }

    /**
     * The charges of a customer and month, with where to go from there.
     *
     * @param canEdit whether this screen is for the customer
     */
    public record ChargeGroup(CustomerLineCharges charges, boolean canEdit) {

        public String customerId() {
            return charges.customer().customerId();
        }

        public long openCents() {
            return charges.charges().stream()
                    .filter(charge -> charge.settledAt().isEmpty())
                    .mapToLong(ChargeGroup::cents)
                    .sum();
        }

        public long totalCents() {
            return charges.charges().stream().mapToLong(ChargeGroup::cents).sum();
        }

        private static long cents(CustomerCharge charge) {
            return charge.charge().line().amountCents();
        }
    }

    @GetMapping("/renovacao-manual")
    String manual(@SignedIn PortalUser user, @RequestParam Map<String, String> parameters, Model model) {
        boolean all = !parameters.getOrDefault("todos", "").isEmpty();
        ListAddress address = ListAddress.read(Screen.MANUAL_RENEWAL.path() + (all ? "?todos=sim" : ""), parameters);
        Page<CustomerLine> page = customers.search(new CustomerSearch(
                user.partnerId(),
                address.text(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(RenewalMethod.MANUAL),
                !all,
                CustomerSearch.SortBy.DUE,
                false,
                address.page(),
                PAGE_SIZE));
        model.addAttribute("address", address);
        model.addAttribute("all", all);
        model.addAttribute("pages", Pages.of(page));
        List<CustomerRow> rows = new CustomerRows(phrasebook).of(page.items(), Screen.MANUAL_RENEWAL);
        model.addAttribute("rows", rows);
        model.addAttribute("open", open(user, rows));
        return "manual-renewal";
    }

    @GetMapping("/gestao-de-cobrancas")
    String managed(@SignedIn PortalUser user, @RequestParam Map<String, String> parameters, Model model) {
        Optional<YearMonth> month = month(parameters.getOrDefault("mes", ""));
        Page<CustomerLineCharges> page = charges.managedMonths(
                user.partnerId(), month, ListAddress.page(parameters.getOrDefault("pagina", "")), PAGE_SIZE);
        model.addAttribute(
                "groups",
                page.items().stream()
                        .map(group -> new ChargeGroup(group, canEdit(user, group)))
                        .toList());
        model.addAttribute("pages", Pages.of(page));
        model.addAttribute("month", month.map(YearMonth::toString).orElse(""));
        return "managed-billing";
    }

    private Map<String, List<CustomerCharge>> open(PortalUser user, List<CustomerRow> rows) {
        Map<String, List<CustomerCharge>> open = new HashMap<>();
        for (CustomerRow row : rows) {
            if (row.openCents() > 0) {
                open.put(row.id(), charges.open(user.partnerId(), row.id()));
            }
        }
        return open;
    }

    private boolean canEdit(PortalUser user, CustomerLineCharges group) {
        return customers
                .find(user.partnerId(), group.customer().customerId())
                .flatMap(CustomerLine::licenses)
                .filter(licenses ->
                        Screen.MANAGED_BILLING.isFor(licenses) && CustomerRows.canEdit(licenses, phrasebook.month()))
                .isPresent();
    }

    private static Optional<YearMonth> month(String text) {
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(YearMonth.parse(text));
        } catch (DateTimeParseException notAMonth) {
            return Optional.empty();
        }
    }
}
