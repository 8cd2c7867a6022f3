package dev.licenseflow.billing.spring.web;

import dev.licenseflow.billing.charge.ChargeFilter;
import dev.licenseflow.billing.charge.ChargeRepository;
import dev.licenseflow.billing.charge.ChargeSearch;
import dev.licenseflow.billing.charge.ChargeStatus;
import java.time.YearMonth;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Charges, one and many. */
@RestController
@RequestMapping(Api.ROOT + "/charges")
class ChargesController {

    private final ChargeSearch search;
    private final ChargeRepository repository;

    ChargesController(ChargeSearch search, ChargeRepository repository) {
        this.search = search;
        this.repository = repository;
    }

    @GetMapping
    ItemPage<ChargeView> list(
            @RequestParam Optional<String> partnerId,
            @RequestParam Optional<String> customerId,
            @RequestParam Optional<YearMonth> month,
            @RequestParam Optional<ChargeStatus> status,
            @RequestParam Optional<String> settlementId,
            @RequestParam(defaultValue = Cursor.START) String after,
            @RequestParam(defaultValue = ItemPage.DEFAULT_SIZE) int size) {
        ChargeFilter filter = new ChargeFilter(partnerId, customerId, month, status, settlementId);
        return ItemPage.of(
                search.after(Cursor.parse(after), filter, ItemPage.limit(size)),
                size,
                charge -> Long.toString(charge.seq()),
                ChargeView::of);
    }

    @GetMapping("/{chargeId}")
    ChargeView one(@PathVariable String chargeId) {
        return repository
                .find(chargeId)
                .map(ChargeView::of)
                .orElseThrow(() -> RequestProblem.notFound("No such charge in the ledger"));
    }
}
