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
import dev.licenseflow.portal.web.CustomerViews.CustomerRow;
import jakarta.servlet.http.HttpServletRequest;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Renovação manual: who is due or expired. Gestão de cobranças: the charges per customer and month. */
@Controller
class RenewalsController {

    private static final int PAGE_SIZE = 20;

    private final LicenseRepository customers;
    private final CustomerViews views;
    private final CustomerChargeRepository charges;

    RenewalsController(LicenseRepository customers, CustomerViews views, CustomerChargeRepository charges) {
        this.customers = customers;
        this.views = views;
        this.charges = charges;
    }

    /** The charges of a customer for a month, and whether the customer can be edited from here. */
    public record ChargeGroup(CustomerLineCharges charges, boolean canEdit) {

        public long openCents() {
            return cents(charge -> charge.settledAt().isEmpty());
        }

        public long totalCents() {
            return cents(charge -> true);
        }

        private long cents(Predicate<CustomerCharge> wanted) {
            return charges.charges().stream()
                    .filter(wanted)
                    .mapToLong(charge -> charge.charge().line().amountCents())
                    .sum();
        }
    }

    @MenuEntry(group = MenuEntry.Group.LICENSES, position = 2)
    @GetMapping("/renovacao-manual")
    String manual(@SignedIn PortalUser user, HttpServletRequest request, Model model) {
        PageAddress address = new PageAddress(request);
        boolean all = !address.parameter("todos").isEmpty();
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
        List<CustomerRow> rows = views.rows(page.items(), Screen.MANUAL_RENEWAL);
        model.addAttribute("all", all);
        model.addAttribute("page", page);
        model.addAttribute("rows", rows);
        model.addAttribute("open", open(user, rows));
        return "manual-renewal";
    }

    @MenuEntry(group = MenuEntry.Group.LICENSES, position = 3)
    @GetMapping("/gestao-de-cobrancas")
    String managed(@SignedIn PortalUser user, HttpServletRequest request, Model model) {
        PageAddress address = new PageAddress(request);
        Optional<YearMonth> month = month(address.parameter("mes"));
        Page<CustomerLineCharges> page = charges.managedMonths(user.partnerId(), month, address.page(), PAGE_SIZE);
        model.addAttribute("page", page);
        model.addAttribute(
                "groups",
                page.items().stream()
                        .map(group -> new ChargeGroup(group, canEdit(user, group)))
                        .toList());
        model.addAttribute("month", month.map(YearMonth::toString).orElse(""));
        return "managed-billing";
    }

    private Map<String, List<CustomerCharge>> open(PortalUser user, List<CustomerRow> rows) {
        return rows.stream()
                .filter(row -> row.openCents() > 0)
                .collect(Collectors.toMap(CustomerRow::id, row -> charges.open(user.partnerId(), row.id())));
    }

    private boolean canEdit(PortalUser user, CustomerLineCharges group) {
        return customers
                .find(user.partnerId(), group.customer().customerId())
                .filter(line -> views.row(line, Screen.MANAGED_BILLING).canEdit())
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
