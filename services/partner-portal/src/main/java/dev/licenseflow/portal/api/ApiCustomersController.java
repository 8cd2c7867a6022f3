package dev.licenseflow.portal.api;

import dev.licenseflow.domain.month.BusinessCalendar;
import dev.licenseflow.messaging.json.RecordJson;
import dev.licenseflow.messaging.mapping.decision.DecisionMapper;
import dev.licenseflow.portal.account.ApiCaller;
import dev.licenseflow.portal.customer.CustomerRepository;
import dev.licenseflow.portal.license.CustomerSearch;
import dev.licenseflow.portal.license.CustomerStatus;
import dev.licenseflow.portal.license.DecisionRepository;
import dev.licenseflow.portal.license.JournalEntry;
import dev.licenseflow.portal.license.LicenseRepository;
import dev.licenseflow.portal.license.Page;
import java.time.Clock;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The customers of the partner whose key it is. */
@RestController
class ApiCustomersController {

    private static final int MAX_SIZE = 100;

    private final CustomerRepository entered;
    private final LicenseRepository customers;
    private final DecisionRepository journal;
    private final Clock clock;
    private final RecordJson records;
    private final JsonMapper json;

    ApiCustomersController(
            CustomerRepository entered,
            LicenseRepository customers,
            DecisionRepository journal,
            BusinessCalendar calendar,
            Clock clock,
            JsonMapper json) {
        this.entered = entered;
        this.customers = customers;
        this.journal = journal;
        this.clock = clock;
        this.records = new RecordJson(calendar.zone());
        this.json = json;
    }

    @GetMapping("/api/customers")
    Page<CustomerView> list(
            @AuthenticationPrincipal ApiCaller caller,
            @RequestParam(defaultValue = "") String search,
            @RequestParam Optional<CustomerStatus> status,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "20") int size) {
        check(page, size);
        var found = customers.search(new CustomerSearch(
                caller.partnerId(),
                search,
                status,
                Optional.empty(),
                Optional.empty(),
                false,
                CustomerSearch.SortBy.NAME,
                false,
                page,
                size));
        return new Page<>(found.items().stream().map(CustomerView::of).toList(), found.total(), page, size);
    }

    @GetMapping("/api/customers/{customerId}")
    CustomerView one(@AuthenticationPrincipal ApiCaller caller, @PathVariable String customerId) {
        return customers
                .find(caller.partnerId(), customerId)
                .map(CustomerView::of)
                .orElseThrow(ApiProblem::noSuchCustomer);
    }

    /** Says what the customer is called; it registers nothing, which is a request's matter. */
    @PutMapping("/api/customers/{customerId}")
    CustomerView enter(
            @AuthenticationPrincipal ApiCaller caller,
            @PathVariable String customerId,
            @RequestBody CustomerEntry entry) {
        if (customers.isOfAnother(caller.partnerId(), customerId)) {
            throw ApiProblem.noSuchCustomer();
        }
        entered.put(entry.of(caller.partnerId(), customerId, clock.instant()));
        return one(caller, customerId);
    }

    @GetMapping("/api/customers/{customerId}/decisions")
    Page<JsonNode> decisions(
            @AuthenticationPrincipal ApiCaller caller,
            @PathVariable String customerId,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "20") int size) {
        check(page, size);
        Page<JournalEntry> entries = journal.of(caller.partnerId(), customerId, page, size);
        if (entries.total() == 0
                && customers.find(caller.partnerId(), customerId).isEmpty()) {
            throw ApiProblem.noSuchCustomer();
        }
        return new Page<>(
                entries.items().stream()
                        .map(entry -> json.readTree(records.write(DecisionMapper.toAvro(entry.decision()))))
                        .toList(),
                entries.total(),
                page,
                size);
    }

    private static void check(int page, int size) {
        if (page < 0 || size < 1 || size > MAX_SIZE) {
            throw new ApiProblem(HttpStatus.BAD_REQUEST, "page: from 0 on; size: from 1 to " + MAX_SIZE);
        }
    }
}
