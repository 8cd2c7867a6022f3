package dev.licenseflow.billing.spring.web;

import dev.licenseflow.billing.idempotency.IdempotentWrites;
import dev.licenseflow.billing.idempotency.IdempotentWrites.StoredAnswer;
import dev.licenseflow.billing.invoice.Invoice;
import dev.licenseflow.billing.invoice.Invoice.InvoiceOrder;
import dev.licenseflow.billing.invoice.Invoice.InvoiceStatus;
import dev.licenseflow.billing.invoice.InvoicePage;
import dev.licenseflow.billing.invoice.InvoiceRepository;
import dev.licenseflow.billing.invoice.InvoiceService;
import dev.licenseflow.billing.payment.PaymentProvider;
import dev.licenseflow.billing.payment.PaymentProvider.PaymentCodes;
import dev.licenseflow.billing.payment.QrCode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
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

/** Invoices: made of open charges, shown, printed, cancelled. They are paid by bank returns. */
@RestController
@RequestMapping(LedgerApi.ROOT + "/invoices")
class InvoicesController {

    /** What is to be grouped. */
    @Schema(
            description = "The open charges of a partner that are in no open invoice yet, of one customer or of all",
            additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
    record InvoiceRequest(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            Optional<String> partnerId,

            Optional<String> customerId,

            @Schema(description = "Only charges of this month")
            Optional<YearMonth> month,

            @Schema(description = "By default the first due date of the charges, or today if that is over")
            Optional<LocalDate> dueBy) {

        InvoiceOrder order() {
            String partner = partnerId
                    .filter(id -> !id.isBlank())
                    .orElseThrow(() -> LedgerProblems.badRequest("INVOICE_INVALID", "partnerId is missing"));
            return new InvoiceOrder(partner, customerId, month, dueBy);
        }
    }

    /** An invoice with everything that is on it. */
    @Schema(name = "InvoiceWithLines", description = "An invoice with its charges and, while it is OPEN, how to pay it")
    record InvoiceView(Invoice invoice, Optional<PaymentCodes> payment, List<InvoiceLineView> lines) {}

    /** A charge of an invoice. */
    @Schema(
            name = "InvoiceLine",
            description = "A charge as it is now, and what was owed on it when the invoice was made")
    record InvoiceLineView(long invoicedCents, ChargeView charge) {}

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
    private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);
    private static final MediaType SVG = MediaType.valueOf("image/svg+xml");
    private static final String NO_SCRIPTS = "default-src 'none'; style-src 'unsafe-inline'";
    private static final String PROBLEM = MediaType.APPLICATION_PROBLEM_JSON_VALUE;

    private final InvoiceService service;
    private final InvoiceRepository repository;
    private final PaymentProvider provider;
    private final IdempotentWrites writes;
    private final JsonMapper json;

    InvoicesController(
            InvoiceService service,
            InvoiceRepository repository,
            PaymentProvider provider,
            IdempotentWrites writes,
            JsonMapper json) {
        this.service = service;
        this.repository = repository;
        this.provider = provider;
        this.writes = writes;
        this.json = json;
    }

    @Operation(operationId = "createInvoice", summary = "Groups open charges into an invoice")
    @ApiResponse(
            responseCode = "201",
            description = "It is made",
            content = @Content(schema = @Schema(implementation = InvoiceView.class)))
    @ApiResponse(
            responseCode = "409",
            description = "NOTHING_TO_INVOICE",
            content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = LedgerProblems.Problem.class)))
    @ApiResponse(
            responseCode = "422",
            description = "TOO_MANY_CHARGES, SEVERAL_CURRENCIES, DUE_DATE_PAST or IDEMPOTENCY_KEY_REUSED",
            content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = LedgerProblems.Problem.class)))
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> create(
            @Parameter(
                            required = true,
                            description = "As for a settlement",
                            schema = @Schema(type = "string", minLength = 1, maxLength = IdempotencyKey.MAX_LENGTH))
                    @RequestHeader(IdempotencyKey.HEADER)
                    Optional<String> key,
            @RequestBody InvoiceRequest request) {
        InvoiceOrder order = request.order();
        StoredAnswer answer = writes.once(
                "invoice",
                IdempotencyKey.required(key),
                order.toString(),
                () -> new StoredAnswer(
                        HttpStatus.CREATED.value(), json.writeValueAsString(view(service.create(order)))));
        return IdempotencyKey.response(answer);
    }

    @Operation(operationId = "listInvoices", summary = "Invoices in the order in which they were made")
    @GetMapping
    ItemPage<Invoice> list(
            @RequestParam Optional<String> partnerId,
            @RequestParam Optional<String> customerId,
            @RequestParam Optional<InvoiceStatus> status,
            @RequestParam(defaultValue = ItemPage.START) String after,
            @RequestParam(defaultValue = ItemPage.DEFAULT_SIZE) int size) {
        return ItemPage.of(
                repository.after(ItemPage.number(after), partnerId, customerId, status, ItemPage.limit(size)),
                size,
                invoice -> Long.toString(invoice.seq()),
                invoice -> invoice);
    }

    @Operation(operationId = "getInvoice", summary = "One invoice with its charges and how to pay it")
    @GetMapping("/{number}")
    InvoiceView one(@PathVariable String number) {
        return view(find(number));
    }

    @Operation(
            operationId = "cancelInvoice",
            summary = "Cancels an open invoice, so that its charges can be in another one")
    @PostMapping("/{number}/cancellation")
    InvoiceView cancel(@PathVariable String number) {
        return view(service.cancel(number).orElseThrow(InvoicesController::unknown));
    }

    @Operation(
            operationId = "getInvoiceTable",
            summary = "Its charges as a table for a spreadsheet that is set to Brazil")
    @ApiResponse(
            responseCode = "200",
            description = "As for a statement",
            content = @Content(mediaType = "text/csv", schema = @Schema(type = "string")))
    @GetMapping("/{number}/csv")
    ResponseEntity<byte[]> table(@PathVariable String number) {
        ContentDisposition attachment = ContentDisposition.attachment()
                .filename("fatura-" + find(number).number() + ".csv")
                .build();
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment.toString())
                .body(InvoicePage.table(repository.lines(number)));
    }

    @Operation(operationId = "getInvoicePage", summary = "The invoice as a page to print, in Portuguese")
    @ApiResponse(
            responseCode = "200",
            description = "HTML without scripts",
            content = @Content(mediaType = "text/html", schema = @Schema(type = "string")))
    @GetMapping("/{number}/html")
    ResponseEntity<byte[]> page(@PathVariable String number) {
        Invoice invoice = find(number);
        String page = InvoicePage.html(invoice, repository.lines(number), codes(invoice));
        return ResponseEntity.ok()
                .contentType(HTML)
                .header("Content-Security-Policy", NO_SCRIPTS)
                .body(page.getBytes(StandardCharsets.UTF_8));
    }

    @Operation(operationId = "getInvoiceSvg", summary = "The QR picture of the PIX code of an open invoice")
    @ApiResponse(
            responseCode = "200",
            description = "SVG",
            content = @Content(mediaType = "image/svg+xml", schema = @Schema(type = "string")))
    @GetMapping("/{number}/pix.svg")
    ResponseEntity<byte[]> svg(@PathVariable String number) {
        return ResponseEntity.ok().contentType(SVG).body(picture(number).svg().getBytes(StandardCharsets.UTF_8));
    }

    @Operation(operationId = "getInvoicePng", summary = "The same as PNG")
    @ApiResponse(
            responseCode = "200",
            description = "PNG",
            content = @Content(mediaType = "image/png", schema = @Schema(type = "string", format = "binary")))
    @GetMapping("/{number}/pix.png")
    ResponseEntity<byte[]> png(@PathVariable String number) {
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_PNG)
                .body(picture(number).png());
    }

    private QrCode picture(String number) {
        return codes(find(number))
                .flatMap(PaymentCodes::pixCode)
                .map(QrCode::new)
                .orElseThrow(() -> LedgerProblems.refusal(
                        HttpStatus.CONFLICT, "INVOICE_NOT_PAYABLE", "The invoice has no PIX code now", List.of()));
    }

    /** Only an open invoice can be paid, so only it shows codes. */
    private Optional<PaymentCodes> codes(Invoice invoice) {
        return invoice.status() == InvoiceStatus.OPEN
                ? Optional.of(provider.codes(invoice.number(), invoice.amountCents(), invoice.currency()))
                : Optional.empty();
    }

    private InvoiceView view(Invoice invoice) {
        return new InvoiceView(
                invoice,
                codes(invoice),
                repository.lines(invoice.number()).stream()
                        .map(line -> new InvoiceLineView(line.amountCents(), ChargeView.of(line.charge())))
                        .toList());
    }

    private Invoice find(String number) {
        return repository.find(number).orElseThrow(InvoicesController::unknown);
    }

    private static RuntimeException unknown() {
        return LedgerProblems.notFound("No such invoice");
    }
}
