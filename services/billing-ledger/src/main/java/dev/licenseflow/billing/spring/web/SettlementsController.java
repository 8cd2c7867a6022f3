package dev.licenseflow.billing.spring.web;

import dev.licenseflow.billing.idempotency.IdempotentWrites;
import dev.licenseflow.billing.idempotency.IdempotentWrites.StoredAnswer;
import dev.licenseflow.billing.settlement.LedgerSettlement;
import dev.licenseflow.billing.settlement.LedgerSettlement.SettlementStatus;
import dev.licenseflow.billing.settlement.SettlementOrder;
import dev.licenseflow.billing.settlement.SettlementRepository;
import dev.licenseflow.billing.settlement.SettlementResult;
import dev.licenseflow.billing.settlement.SettlementService;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
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

/** Records settlements, and shows them with their results. */
@RestController
@RequestMapping(LedgerApi.ROOT + "/settlements")
class SettlementsController {

    private static final String PROBLEM = MediaType.APPLICATION_PROBLEM_JSON_VALUE;

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

    @Operation(
            operationId = "settle",
            summary = "Records a settlement of open charges; it is published, and its decision is shown on it")
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ApiResponse(
            responseCode = "201",
            description = "It is recorded",
            content = @Content(schema = @Schema(implementation = LedgerSettlement.class)))
    @ApiResponse(
            responseCode = "409",
            description = "The charges are not open: CHARGE_NOT_OPEN or NOTHING_OPEN",
            content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = LedgerProblems.Problem.class)))
    @ApiResponse(
            responseCode = "422",
            description =
                    "It can never be done: CHARGE_UNKNOWN, TOO_MANY_CHARGES, REASON_MISSING or IDEMPOTENCY_KEY_REUSED",
            content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = LedgerProblems.Problem.class)))
    ResponseEntity<String> settle(
            @Parameter(
                            required = true,
                            description = """
                                    1 to 128 characters of the client's own. The same key with the same request gets the same \
                                    answer for 35 days; with another request it is refused as IDEMPOTENCY_KEY_REUSED. A refused \
                                    request leaves its key unused.""",
                            schema = @Schema(type = "string", minLength = 1, maxLength = IdempotencyKey.MAX_LENGTH))
                    @RequestHeader(IdempotencyKey.HEADER)
                    Optional<String> key,
            @RequestBody SettlementRequest request) {
        SettlementOrder order = request.order();
        StoredAnswer answer = writes.once(
                "settle",
                IdempotencyKey.required(key),
                order.toString(),
                () -> service.settle(order).match(this::recorded, SettlementsController::refuse));
        return IdempotencyKey.response(answer);
    }

    @Operation(operationId = "listSettlements", summary = "Settlements in the order of their recording")
    @GetMapping
    ItemPage<LedgerSettlement> list(
            @RequestParam Optional<String> customerId,
            @RequestParam Optional<SettlementStatus> status,
            @RequestParam(defaultValue = ItemPage.START) String after,
            @RequestParam(defaultValue = ItemPage.DEFAULT_SIZE) int size) {
        return ItemPage.of(
                repository.after(ItemPage.number(after), customerId, status, ItemPage.limit(size)),
                size,
                settlement -> Long.toString(settlement.seq()),
                settlement -> settlement);
    }

    @Operation(operationId = "getSettlement", summary = "One settlement with its result")
    @GetMapping("/{customerId}/{settlementId}")
    LedgerSettlement one(@PathVariable String customerId, @PathVariable String settlementId) {
        return repository
                .find(customerId, settlementId)
                .orElseThrow(() -> LedgerProblems.notFound("The ledger knows no such settlement"));
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
        throw LedgerProblems.refusal(status, refused.fault().name(), detail, refused.chargeIds());
    }
}
