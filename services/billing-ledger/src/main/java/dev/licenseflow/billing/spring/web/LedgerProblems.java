package dev.licenseflow.billing.spring.web;

import dev.licenseflow.billing.bank.BankFileException;
import dev.licenseflow.billing.idempotency.KeyReusedException;
import java.net.URI;
import java.util.Locale;
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
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** What is not done is answered as RFC 9457 says, with a stable {@code code} for programs beside the texts for people. */
@RestControllerAdvice
class LedgerProblems extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(LedgerProblems.class);
    private static final String RETRY_SECONDS = "5";

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refuse(RequestProblem problem) {
        ProblemDetail body = problem(problem.status(), problem.code(), problem.getMessage());
        if (!problem.chargeIds().isEmpty()) {
            body.setProperty("chargeIds", problem.chargeIds());
        }
        return ResponseEntity.status(problem.status()).body(body);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refuse(KeyReusedException reused) {
        return refuse(RequestProblem.unprocessable("IDEMPOTENCY_KEY_REUSED", String.valueOf(reused.getMessage())));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refuse(BankFileException noSuchFile) {
        return refuse(RequestProblem.unprocessable("FILE_UNREADABLE", String.valueOf(noSuchFile.getMessage())));
    }

    /** The database does not answer, or somebody else was faster: the same request may succeed in a moment. */
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
    ResponseEntity<ProblemDetail> fail(RuntimeException bug) {
        LOG.error("A request failed", bug);
        HttpStatus status = HttpStatus.INTERNAL_SERVER_ERROR;
        return ResponseEntity.status(status).body(problem(status, "INTERNAL_ERROR", "The ledger has failed"));
    }

    /** Spring's own refusals, such as a parameter of another type, get a code as well. */
    @Override
    protected ResponseEntity<Object> createResponseEntity(
            @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (body instanceof ProblemDetail problem) {
            HttpStatus known = HttpStatus.resolve(status.value());
            name(problem, known == null ? "REFUSED" : known.name());
        }
        return super.createResponseEntity(body, headers, status, request);
    }

    private static ProblemDetail problem(HttpStatus status, String code, @Nullable String detail) {
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
