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
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Renovação manual: the customers of that method, those that expire next first. Gestão de cobranças: the charges per customer and month. And the page before a contract is cancelled. */
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

    /** The charges of a customer for a month, and the customer. */
    public record ChargeGroup(CustomerLineCharges charges, CustomerRow row) {

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
        Page<CustomerLine> page = customers.search(new CustomerSearch(
                user.partnerId(),
                address.text(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(RenewalMethod.MANUAL),
                CustomerSearch.SortBy.DUE,
                false,
                address.page(),
                PAGE_SIZE));
        List<CustomerRow> rows = views.rows(page.items(), Screen.MANUAL_RENEWAL);
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
                        .map(group -> new ChargeGroup(group, row(user, group)))
                        .toList());
        model.addAttribute("month", month.map(YearMonth::toString).orElse(""));
        return "managed-billing";
    }

    /** What a cancellation does, before it is sent. */
    @GetMapping("/clientes/{customerId}/cancelamento")
    String cancellation(
            @SignedIn PortalUser user,
            @PathVariable String customerId,
            @RequestParam(name = "tela", defaultValue = "") String screenKey,
            Model model) {
        CustomerLine line = views.find(user, customerId);
        Screen screen = Screen.of(screenKey);
        model.addAttribute("paid", views.isPaid(CustomerViews.licenses(line)));
        model.addAttribute("row", views.row(line, screen));
        model.addAttribute("screen", screen);
        return "cancel";
    }

    private Map<String, List<CustomerCharge>> open(PortalUser user, List<CustomerRow> rows) {
        return rows.stream()
                .filter(row -> row.openCents() > 0)
                .collect(Collectors.toMap(CustomerRow::id, row -> charges.open(user.partnerId(), row.id())));
    }

    private CustomerRow row(PortalUser user, CustomerLineCharges group) {
        return views.row(views.find(user, group.customer().customerId()), Screen.MANAGED_BILLING);
    }

    private static Optional<YearMonth> month(String text) {
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(YearMonth.parse(text));
        } catch (DateTimeParseException notAMonth) {
            return Optional.empty();
        }
    }
}
