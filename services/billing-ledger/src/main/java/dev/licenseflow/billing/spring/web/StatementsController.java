package dev.licenseflow.billing.spring.web;

import dev.licenseflow.billing.charge.LedgerCharge;
import dev.licenseflow.billing.statement.ChargeTable;
import dev.licenseflow.billing.statement.MonthCloseRepository;
import dev.licenseflow.billing.statement.PartnerMonth;
import dev.licenseflow.billing.statement.Statements;
import dev.licenseflow.messaging.mapping.ClosedPartition;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What customers and partners are shown of a month, to programs and to spreadsheets. */
@RestController
@RequestMapping(Api.ROOT)
class StatementsController {

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

    @GetMapping(CUSTOMER)
    StatementView statement(
            @PathVariable String partnerId, @PathVariable String customerId, @PathVariable YearMonth month) {
        return StatementView.of(statements.of(partnerId, customerId, month));
    }

    @GetMapping(CUSTOMER + "/csv")
    ResponseEntity<byte[]> statementTable(
            @PathVariable String partnerId, @PathVariable String customerId, @PathVariable YearMonth month) {
        List<LedgerCharge> charges = statements.of(partnerId, customerId, month).charges();
        return file("extrato-" + customerId + "-" + month + ".csv", charges);
    }

    @GetMapping(PARTNER)
    PartnerMonth month(@PathVariable String partnerId, @PathVariable YearMonth month) {
        return statements.of(partnerId, month).orElseThrow(StatementsController::tooMany);
    }

    @GetMapping(PARTNER + "/csv")
    ResponseEntity<byte[]> monthTable(@PathVariable String partnerId, @PathVariable YearMonth month) {
        List<LedgerCharge> charges = statements.charges(partnerId, month).orElseThrow(StatementsController::tooMany);
        return file("extrato-" + partnerId + "-" + month + ".csv", charges);
    }

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

    private static RequestProblem tooMany() {
        return RequestProblem.unprocessable(
                "TOO_MANY_CHARGES",
                "The month has more than " + Statements.MAX_CHARGES + " charges; list them instead");
    }
}
