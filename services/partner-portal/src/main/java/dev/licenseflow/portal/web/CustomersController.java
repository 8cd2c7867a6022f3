package dev.licenseflow.portal.web;

import dev.licenseflow.portal.account.PortalUser;
import dev.licenseflow.portal.license.CustomerLine;
import dev.licenseflow.portal.license.CustomerSearch;
import dev.licenseflow.portal.license.CustomerStatus;
import dev.licenseflow.portal.license.LicenseRepository;
import dev.licenseflow.portal.license.Page;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Licenças → Clientes: the list. */
@Controller
class CustomersController {

    private static final int PAGE_SIZE = 20;

    private final LicenseRepository customers;
    private final Phrasebook phrasebook;

    CustomersController(LicenseRepository customers, Phrasebook phrasebook) {
        this.customers = customers;
        this.phrasebook = phrasebook;
    }

    @GetMapping("/")
    String home() {
        return "redirect:/clientes";
    }

    @GetMapping("/clientes")
    String list(@SignedIn PortalUser user, @RequestParam Map<String, String> parameters, Model model) {
        ListAddress address = ListAddress.read("/clientes", parameters);
        Page<CustomerLine> page = customers.search(new CustomerSearch(
                user.partnerId(),
                address.text(),
                status(address.status()),
                Optional.of(address.system()).filter(code -> !code.isEmpty()),
                Optional.empty(),
                false,
                address.sortBy(),
                address.descending(),
                address.page(),
                PAGE_SIZE));
        model.addAttribute("address", address);
        model.addAttribute("page", page);
        model.addAttribute("pages", Pages.of(page));
        model.addAttribute("rows", new CustomerRows(phrasebook).of(page.items(), Screen.CUSTOMERS));
        model.addAttribute("statuses", CustomerStatus.values());
        model.addAttribute("systems", phrasebook.shelf().systems());
        model.addAttribute("columns", CustomerSearch.SortBy.values());
        return "customers";
    }

    private static Optional<CustomerStatus> status(String name) {
        return Arrays.stream(CustomerStatus.values())
                .filter(status -> status.name().equals(name))
                .findFirst();
    }
}
