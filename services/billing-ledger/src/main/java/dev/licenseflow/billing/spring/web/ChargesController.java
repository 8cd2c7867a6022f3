package dev.licenseflow.billing.spring.web;

import dev.licenseflow.billing.charge.ChargeRepository;
import dev.licenseflow.billing.charge.ChargeRepository.ChargeFilter;
import dev.licenseflow.billing.charge.LedgerCharge.ChargeStatus;
import io.swagger.v3.oas.annotations.Operation;
import java.time.YearMonth;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Charges, one and many. */
@RestController
@RequestMapping(LedgerApi.ROOT + "/charges")
class ChargesController {

    private final ChargeRepository repository;

    ChargesController(ChargeRepository repository) {
        this.repository = repository;
    }

    @Operation(operationId = "listCharges", summary = "Charges in the order in which they came")
    @GetMapping
    ItemPage<ChargeView> list(
            @RequestParam Optional<String> partnerId,
            @RequestParam Optional<String> customerId,
            @RequestParam Optional<YearMonth> month,
            @RequestParam Optional<ChargeStatus> status,
            @RequestParam Optional<String> settlementId,
            @RequestParam(defaultValue = ItemPage.START) String after,
            @RequestParam(defaultValue = ItemPage.DEFAULT_SIZE) int size) {
        ChargeFilter filter = new ChargeFilter(partnerId, customerId, month, status, settlementId);
        return ItemPage.of(
                repository.after(ItemPage.number(after), filter, ItemPage.limit(size)),
                size,
                charge -> Long.toString(charge.seq()),
                ChargeView::of);
    }

    @Operation(operationId = "getCharge", summary = "One charge")
    @GetMapping("/{chargeId}")
    ChargeView one(@PathVariable String chargeId) {
        return repository
                .find(chargeId)
                .map(ChargeView::of)
                .orElseThrow(() -> LedgerProblems.notFound("No such charge in the ledger"));
    }
}
