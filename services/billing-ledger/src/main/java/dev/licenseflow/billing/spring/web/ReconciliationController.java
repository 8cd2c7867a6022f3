package dev.licenseflow.billing.spring.web;

import dev.licenseflow.billing.reconciliation.CustomerBalance;
import dev.licenseflow.billing.reconciliation.Reconciliation;
import java.util.OptionalLong;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The ledger against the licenses topic, customer by customer. */
@RestController
@RequestMapping(Api.ROOT + "/reconciliation")
class ReconciliationController {

    private final Reconciliation reconciliation;

    ReconciliationController(Reconciliation reconciliation) {
        this.reconciliation = reconciliation;
    }

    @GetMapping
    ItemPage<BalanceView> list(
            @RequestParam(defaultValue = "true") boolean onlyDifferences,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = ItemPage.DEFAULT_SIZE) int size) {
        return ItemPage.of(
                reconciliation.after(after, onlyDifferences, ItemPage.limit(size)),
                size,
                CustomerBalance::customerId,
                BalanceView::of);
    }

    @GetMapping("/{customerId}")
    BalanceView one(@PathVariable String customerId) {
        return reconciliation
                .of(customerId)
                .map(BalanceView::of)
                .orElseThrow(() -> RequestProblem.notFound("Neither side knows the customer"));
    }

    /** A balance with what follows from it. */
    record BalanceView(
            String customerId,
            long ledgerOpenCents,
            OptionalLong licensesOpenCents,
            long differenceCents,
            boolean inFlight,
            long pendingSettlements) {

        static BalanceView of(CustomerBalance balance) {
            return new BalanceView(
                    balance.customerId(),
                    balance.ledgerOpenCents(),
                    balance.licensesOpenCents(),
                    balance.differenceCents(),
                    balance.inFlight(),
                    balance.pendingSettlements());
        }
    }
}
