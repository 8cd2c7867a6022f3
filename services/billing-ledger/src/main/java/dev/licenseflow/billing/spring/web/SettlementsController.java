package dev.licenseflow.billing.spring.web;

import dev.licenseflow.billing.idempotency.IdempotentWrites;
import dev.licenseflow.billing.idempotency.StoredAnswer;
import dev.licenseflow.billing.settlement.LedgerSettlement;
import dev.licenseflow.billing.settlement.SettlementOrder;
import dev.licenseflow.billing.settlement.SettlementRepository;
import dev.licenseflow.billing.settlement.SettlementResult;
import dev.licenseflow.billing.settlement.SettlementService;
import dev.licenseflow.billing.settlement.SettlementStatus;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Settling, and what came of it. */
@RestController
@RequestMapping(Api.ROOT + "/settlements")
class SettlementsController {

    private final SettlementService service;
    private final SettlementRepository repository;
    private final IdempotentWrites writes;
    private final JsonMapper json;

    SettlementsController(
            SettlementService service, SettlementRepository repository, IdempotentWrites writes, JsonMapper json) {
        this.service = service;
        this.repository = repository;
        this.writes = writes;
        this.json = json;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> settle(
            @RequestHeader(IdempotencyKey.HEADER) Optional<String> key, @RequestBody SettlementRequest request) {
        SettlementOrder order = request.order();
        StoredAnswer answer = writes.once(
                "settle",
                IdempotencyKey.required(key),
                order.toString(),
                () -> service.settle(order).match(this::recorded, SettlementsController::refuse));
        return ResponseEntity.status(answer.status())
                .contentType(MediaType.APPLICATION_JSON)
                .body(answer.body());
    }

    @GetMapping
    ItemPage<LedgerSettlement> list(
            @RequestParam Optional<String> customerId,
            @RequestParam Optional<SettlementStatus> status,
            @RequestParam(defaultValue = Cursor.START) String after,
            @RequestParam(defaultValue = ItemPage.DEFAULT_SIZE) int size) {
        return ItemPage.of(
                repository.after(Cursor.parse(after), customerId, status, ItemPage.limit(size)),
                size,
                settlement -> Long.toString(settlement.seq()),
                settlement -> settlement);
    }

    @GetMapping("/{customerId}/{settlementId}")
    LedgerSettlement one(@PathVariable String customerId, @PathVariable String settlementId) {
        return repository
                .find(customerId, settlementId)
                .orElseThrow(() -> RequestProblem.notFound("The ledger knows no such settlement"));
    }

    private StoredAnswer recorded(LedgerSettlement settlement) {
        return new StoredAnswer(HttpStatus.CREATED.value(), json.writeValueAsString(settlement));
    }

    private static StoredAnswer refuse(SettlementResult.Refused refused) {
        HttpStatus status = switch (refused.fault()) {
            case CHARGE_UNKNOWN, TOO_MANY_CHARGES -> HttpStatus.UNPROCESSABLE_CONTENT;
            case CHARGE_NOT_OPEN, NOTHING_OPEN -> HttpStatus.CONFLICT;
        };
        String detail = switch (refused.fault()) {
            case CHARGE_UNKNOWN -> "Some of the charges are not in the ledger, or another customer's";
            case TOO_MANY_CHARGES -> "These are more charges than one settlement can hold; settle month by month";
            case CHARGE_NOT_OPEN -> "Some of the charges are settled, or about to be";
            case NOTHING_OPEN -> "The customer has no open charges there";
        };
        throw new RequestProblem(status, refused.fault().name(), detail, refused.chargeIds());
    }
}
