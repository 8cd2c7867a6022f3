package dev.licenseflow.billing.spring.web;

import dev.licenseflow.billing.charge.LedgerCharge;
import dev.licenseflow.billing.statement.ChargeTable;
import dev.licenseflow.billing.statement.MonthCloseRepository;
import dev.licenseflow.billing.statement.PartnerMonth;
import dev.licenseflow.billing.statement.StatementTotals;
import dev.licenseflow.billing.statement.Statements;
import dev.licenseflow.messaging.mapping.ClosedPartition;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The charges of a month, for a customer or a partner, as JSON and for spreadsheets. */
@RestController
@RequestMapping(LedgerApi.ROOT)
class StatementsController {

    /** All of it is to be settled by the last day of the month, before the renewal (rule G1). */
    @Schema(name = "Statement", description = "What a customer of a partner was charged for a month")
    record StatementView(
            String partnerId,
            String customerId,
            YearMonth month,
            LocalDate dueBy,
            List<StatementTotals> totals,
            List<ChargeView> charges) {}

    private static final String TABLE = "UTF-8 with a byte order mark, semicolons, decimal commas, dd/MM/yyyy, CR LF";
    private static final String CUSTOMER = "/partners/{partnerId}/customers/{customerId}/statements/{month}";
    private static final String PARTNER = "/partners/{partnerId}/months/{month}";
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final Statements statements;
    private final ChargeTable table;
    private final MonthCloseRepository closes;

    StatementsController(Statements statements, ChargeTable table, MonthCloseRepository closes) {
        this.statements = statements;
        this.table = table;
        this.closes = closes;
    }

    @Operation(
            operationId = "getStatement",
            summary = "What a customer was charged for a month, what is open and what is settled")
    @GetMapping(CUSTOMER)
    StatementView statement(
            @PathVariable String partnerId, @PathVariable String customerId, @PathVariable YearMonth month) {
        List<LedgerCharge> charges = statements.charges(partnerId, customerId, month);
        return new StatementView(
                partnerId,
                customerId,
                month,
                month.atEndOfMonth(),
                statements.totals(charges),
                charges.stream().map(ChargeView::of).toList());
    }

    @Operation(
            operationId = "getStatementTable",
            summary = "The same as a table for a spreadsheet that is set to Brazil")
    @ApiResponse(
            responseCode = "200",
            description = TABLE,
            content = @Content(mediaType = "text/csv", schema = @Schema(type = "string")))
    @GetMapping(CUSTOMER + "/csv")
    ResponseEntity<byte[]> statementTable(
            @PathVariable String partnerId, @PathVariable String customerId, @PathVariable YearMonth month) {
        return file("extrato-" + customerId + "-" + month + ".csv", statements.charges(partnerId, customerId, month));
    }

    @Operation(operationId = "getPartnerMonth", summary = "What all customers of a partner were charged for a month")
    @GetMapping(PARTNER)
    PartnerMonth month(@PathVariable String partnerId, @PathVariable YearMonth month) {
        return statements.of(partnerId, month).orElseThrow(StatementsController::tooMany);
    }

    @Operation(
            operationId = "getPartnerMonthTable",
            summary = "The charges of that month as a table for a spreadsheet that is set to Brazil")
    @ApiResponse(
            responseCode = "200",
            description = TABLE,
            content = @Content(mediaType = "text/csv", schema = @Schema(type = "string")))
    @GetMapping(PARTNER + "/csv")
    ResponseEntity<byte[]> monthTable(@PathVariable String partnerId, @PathVariable YearMonth month) {
        List<LedgerCharge> charges = statements.charges(partnerId, month).orElseThrow(StatementsController::tooMany);
        return file("extrato-" + partnerId + "-" + month + ".csv", charges);
    }

    @Operation(
            operationId = "getMonthCloses",
            summary = "The partitions that the processor has closed for a month (rule M4)")
    @GetMapping("/month-closes/{month}")
    List<ClosedPartition> closes(@PathVariable YearMonth month) {
        return closes.ofMonth(month);
    }

    private ResponseEntity<byte[]> file(String name, List<LedgerCharge> charges) {
        ContentDisposition attachment = ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment.toString())
                .body(table.of(charges));
    }

    private static ErrorResponseException tooMany() {
        return LedgerProblems.unprocessable(
                "TOO_MANY_CHARGES",
                "The month has more than " + Statements.MAX_CHARGES + " charges; list them instead");
    }
}
