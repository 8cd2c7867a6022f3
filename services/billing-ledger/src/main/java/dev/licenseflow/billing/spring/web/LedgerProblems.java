package dev.licenseflow.billing.spring.web;

import dev.licenseflow.billing.bank.BankReturnParser.BankFileException;
import dev.licenseflow.billing.idempotency.IdempotentWrites.KeyReusedException;
import dev.licenseflow.billing.invoice.Invoice.InvoiceException;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Errors are answered as RFC 9457 says, with a stable {@code code} for programs beside the texts for people. */
@RestControllerAdvice
class LedgerProblems extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(LedgerProblems.class);
    private static final String RETRY_SECONDS = "5";

    /** The answer to a refused request, for the description of the API alone: Spring's own class is what is sent. */
    record Problem(
            URI type,
            String title,
            int status,
            Optional<String> detail,
            Optional<String> instance,
            @Schema(description = "Stable, for programs") String code,

            @Schema(description = "The charges concerned") Optional<List<String>> chargeIds) {}

    static ErrorResponseException badRequest(String code, String detail) {
        return refusal(HttpStatus.BAD_REQUEST, code, detail, List.of());
    }

    static ErrorResponseException unprocessable(String code, String detail) {
        return refusal(HttpStatus.UNPROCESSABLE_CONTENT, code, detail, List.of());
    }

    static ErrorResponseException notFound(String detail) {
        return refusal(HttpStatus.NOT_FOUND, "NOT_FOUND", detail, List.of());
    }

    /** @param chargeIds the charges concerned, if it is about charges */
    static ErrorResponseException refusal(HttpStatus status, String code, String detail, List<String> chargeIds) {
        ProblemDetail problem = problem(status, code, detail);
        if (!chargeIds.isEmpty()) {
            problem.setProperty("chargeIds", chargeIds);
        }
        return new ErrorResponseException(status, problem, null);
    }

    @ExceptionHandler
    ProblemDetail refuse(KeyReusedException reused) {
        return problem(HttpStatus.UNPROCESSABLE_CONTENT, "IDEMPOTENCY_KEY_REUSED", String.valueOf(reused.getMessage()));
    }

    @ExceptionHandler
    ProblemDetail refuse(BankFileException unreadable) {
        return problem(HttpStatus.UNPROCESSABLE_CONTENT, "FILE_UNREADABLE", String.valueOf(unreadable.getMessage()));
    }

    @ExceptionHandler
    ProblemDetail refuse(InvoiceException refused) {
        HttpStatus status = switch (refused.fault()) {
            case NOTHING_TO_INVOICE, INVOICE_NOT_OPEN -> HttpStatus.CONFLICT;
            case TOO_MANY_CHARGES, SEVERAL_CURRENCIES, DUE_DATE_PAST -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
        return problem(status, refused.fault().name(), String.valueOf(refused.getMessage()));
    }

    /** The database does not answer, or another transaction was faster: the same request may succeed in a moment. */
    @ExceptionHandler({
        DataAccessResourceFailureException.class,
        CannotCreateTransactionException.class,
        ConcurrencyFailureException.class
    })
    ResponseEntity<ProblemDetail> tryAgain(RuntimeException failure) {
        LOG.warn("A request could not be done for now: {}", failure.toString());
        HttpStatus status = HttpStatus.SERVICE_UNAVAILABLE;
        return ResponseEntity.status(status)
                .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
                .body(problem(status, "TRY_AGAIN", "The ledger cannot do this now; try again"));
    }

    @ExceptionHandler
    ProblemDetail fail(RuntimeException bug) {
        LOG.error("A request failed", bug);
        return problem(HttpStatus.INTERNAL_SERVER_ERROR, "INTERNAL_ERROR", "The ledger has failed");
    }

    /** Spring's own refusals, such as of a parameter with another type, get a code as well. */
    @Override
    protected ResponseEntity<Object> createResponseEntity(
            @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (body instanceof ProblemDetail problem && !hasCode(problem)) {
            HttpStatus known = HttpStatus.resolve(status.value());
            name(problem, known == null ? "REFUSED" : known.name());
        }
        return super.createResponseEntity(body, headers, status, request);
    }

    private static boolean hasCode(ProblemDetail problem) {
        Map<String, Object> properties = problem.getProperties();
        return properties != null && properties.containsKey("code");
    }

    private static ProblemDetail problem(HttpStatus status, String code, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        name(problem, code);
        return problem;
    }

    private static void name(ProblemDetail problem, String code) {
        problem.setType(URI.create(
                "urn:licenseflow:billing:" + code.toLowerCase(Locale.ROOT).replace('_', '-')));
        problem.setProperty("code", code);
    }
}
