package dev.licenseflow.portal.api;

import dev.licenseflow.portal.account.ApiCaller;
import dev.licenseflow.portal.api.PortalApi.Problems;
import dev.licenseflow.portal.customer.Customer;
import dev.licenseflow.portal.customer.CustomerRepository;
import dev.licenseflow.portal.license.CustomerSearch;
import dev.licenseflow.portal.license.CustomerStatus;
import dev.licenseflow.portal.license.DecisionRepository;
import dev.licenseflow.portal.license.LicenseRepository;
import dev.licenseflow.portal.license.Page;
import dev.licenseflow.schema.LicenseDecision;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The customers of the partner whose key it is. */
@RestController
@RequestMapping(path = "/api/customers")
class ApiCustomersController {

    private static final int MAX_SIZE = 100;

    private final CustomerRepository entered;
    private final LicenseRepository customers;
    private final DecisionRepository decisions;
    private final Clock clock;

    ApiCustomersController(
            CustomerRepository entered, LicenseRepository customers, DecisionRepository decisions, Clock clock) {
        this.entered = entered;
        this.customers = customers;
        this.decisions = decisions;
        this.clock = clock;
    }

    @Operation(summary = "The partner's customers by name, those that it has not entered by their id")
    @Problems(400)
    @GetMapping
    Page<CustomerView> list(
            @AuthenticationPrincipal ApiCaller caller,
            @RequestParam(defaultValue = "") @Parameter(description = "A part of the name or of the tax id")
                    String search,
            @RequestParam Optional<CustomerStatus> status,
            @RequestParam(defaultValue = "0") @Parameter(description = "The first is 0") @Schema(minimum = "0")
                    int page,
            @RequestParam(defaultValue = "20") @Schema(minimum = "1", maximum = "100") int size) {
        check(page, size);
        var found = customers.search(new CustomerSearch(
                caller.partnerId(),
                search,
                status,
                Optional.empty(),
                Optional.empty(),
                CustomerSearch.SortBy.NAME,
                false,
                page,
                size));
        return new Page<>(found.items().stream().map(CustomerView::of).toList(), found.total(), page, size);
    }

    @Operation(summary = "One customer")
    @Problems(404)
    @GetMapping("/{customerId}")
    CustomerView one(@AuthenticationPrincipal ApiCaller caller, @PathVariable String customerId) {
        return customers
                .find(caller.partnerId(), customerId)
                .map(CustomerView::of)
                .orElseThrow(PortalProblems::noSuchCustomer);
    }

    @Operation(
            summary = "Say what a customer is called on the portal's screens",
            description =
                    "It enters the customer or corrects it. It registers nothing; that takes a request. Name and tax id stay in"
                            + " the portal and are on no topic. They are the partner's own: until a partner has the license, two partners"
                            + " may enter the same id. 404: another partner has the license.")
    @Problems({400, 404, 409})
    @PutMapping("/{customerId}")
    CustomerView enter(
            @AuthenticationPrincipal ApiCaller caller,
            @PathVariable String customerId,
            @RequestBody CustomerEntry entry) {
        if (customers.isOfAnother(caller.partnerId(), customerId)) {
            throw PortalProblems.noSuchCustomer();
        }
        String contact = entered.find(caller.partnerId(), customerId)
                .map(Customer::contact)
                .orElse("");
        entered.put(entry.of(caller.partnerId(), customerId, contact, clock.instant()));
        return one(caller, customerId);
    }

    @Operation(
            summary = "The decisions on a customer, the newest first, without repetitions",
            description =
                    "The owner gets all decisions on its customer. Another partner gets the refusals of what it asked here, and"
                            + " 404 if there are none.")
    @Problems({400, 404})
    @GetMapping("/{customerId}/decisions")
    Page<LicenseDecision> decisions(
            @AuthenticationPrincipal ApiCaller caller,
            @PathVariable String customerId,
            @RequestParam(defaultValue = "0") @Parameter(description = "The first is 0") @Schema(minimum = "0")
                    int page,
            @RequestParam(defaultValue = "20") @Schema(minimum = "1", maximum = "100") int size) {
        check(page, size);
        Page<LicenseDecision> records = decisions.records(caller.partnerId(), customerId, page, size);
        if (records.total() == 0
                && customers.find(caller.partnerId(), customerId).isEmpty()) {
            throw PortalProblems.noSuchCustomer();
        }
        return records;
    }

    private static void check(int page, int size) {
        if (page < 0 || size < 1 || size > MAX_SIZE) {
            throw PortalProblems.fault("page: from 0 on; size: from 1 to " + MAX_SIZE);
        }
    }
}
