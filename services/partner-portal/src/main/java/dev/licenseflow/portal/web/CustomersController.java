package dev.licenseflow.portal.web;

import dev.licenseflow.portal.account.PortalUser;
import dev.licenseflow.portal.license.CustomerLine;
import dev.licenseflow.portal.license.CustomerSearch;
import dev.licenseflow.portal.license.CustomerStatus;
import dev.licenseflow.portal.license.LicenseRepository;
import dev.licenseflow.portal.license.Page;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Licenças → Clientes: the list. */
@Controller
class CustomersController {

    private static final int PAGE_SIZE = 20;

    private final LicenseRepository customers;
    private final CustomerViews views;
    private final OfferedProducts products;

    CustomersController(LicenseRepository customers, CustomerViews views, OfferedProducts products) {
        this.customers = customers;
        this.views = views;
        this.products = products;
    }

    @MenuEntry(group = MenuEntry.Group.LICENSES, position = 1)
    @GetMapping("/clientes")
    String list(@SignedIn PortalUser user, HttpServletRequest request, Model model) {
        PageAddress address = new PageAddress(request);
        String status = address.parameter("status");
        String system = address.parameter("produto");
        Page<CustomerLine> page = customers.search(new CustomerSearch(
                user.partnerId(),
                address.text(),
                Arrays.stream(CustomerStatus.values())
                        .filter(known -> known.name().equals(status))
                        .findFirst(),
                Optional.of(system).filter(code -> !code.isEmpty()),
                Optional.empty(),
                address.sortBy(),
                address.descending(),
                address.page(),
                PAGE_SIZE));
        model.addAttribute("page", page);
        model.addAttribute("rows", views.rows(page.items(), Screen.CUSTOMERS));
        model.addAttribute("status", status);
        model.addAttribute("system", system);
        model.addAttribute("statuses", CustomerStatus.values());
        model.addAttribute("systems", products.systems());
        model.addAttribute("columns", CustomerSearch.SortBy.values());
        return "customers";
    }
}
