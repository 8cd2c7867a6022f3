package dev.licenseflow.billing.spring.web;

import dev.licenseflow.billing.reconciliation.Reconciliation;
import dev.licenseflow.billing.reconciliation.Reconciliation.CustomerBalance;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The ledger against the licenses topic, customer by customer. */
@RestController
@RequestMapping(LedgerApi.ROOT + "/reconciliation")
class ReconciliationController {

    private final Reconciliation reconciliation;

    ReconciliationController(Reconciliation reconciliation) {
        this.reconciliation = reconciliation;
    }

    @Operation(
            operationId = "reconcile",
            summary = "The open sum of the ledger against that of the licenses topic, by customer")
    @GetMapping
    ItemPage<CustomerBalance> list(
            @RequestParam(defaultValue = "true") boolean onlyDifferences,
            @Parameter(description = "A customer id; only greater ones are shown") @RequestParam(defaultValue = "")
                    String after,
            @RequestParam(defaultValue = ItemPage.DEFAULT_SIZE) int size) {
        return ItemPage.of(
                reconciliation.after(after, onlyDifferences, ItemPage.limit(size)),
                size,
                CustomerBalance::customerId,
                balance -> balance);
    }

    @Operation(operationId = "reconcileCustomer", summary = "The same for one customer")
    @GetMapping("/{customerId}")
    CustomerBalance one(@PathVariable String customerId) {
        return reconciliation
                .of(customerId)
                .orElseThrow(() -> LedgerProblems.notFound("Neither side knows the customer"));
    }
}
