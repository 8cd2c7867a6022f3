package dev.licenseflow.portal.api;

import dev.licenseflow.messaging.json.JsonFormatException;
import dev.licenseflow.portal.customer.TaxIdTakenException;
import dev.licenseflow.portal.request.RequestIdReusedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Says what went wrong as problem details (RFC 9457). */
@RestControllerAdvice(basePackageClasses = ApiBeans.class)
class PortalProblems extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(PortalProblems.class);
    private static final String RETRY_SECONDS = "5";

    @ExceptionHandler
    ProblemDetail refuse(ApiProblem problem) {
        return ProblemDetail.forStatusAndDetail(problem.status(), String.valueOf(problem.getMessage()));
    }

    @ExceptionHandler
    ProblemDetail refuse(JsonFormatException wrong) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, String.valueOf(wrong.getMessage()));
    }

    @ExceptionHandler
    ProblemDetail refuse(RequestIdReusedException reused) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, String.valueOf(reused.getMessage()));
    }

    @ExceptionHandler
    ProblemDetail refuse(TaxIdTakenException taken) {
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.CONFLICT, "taxId: another customer of the partner has this one");
    }

    /** The database does not answer: the same call may succeed in a moment. */
    @ExceptionHandler({
        DataAccessResourceFailureException.class,
        CannotCreateTransactionException.class,
        ConcurrencyFailureException.class
    })
    ResponseEntity<ProblemDetail> tryAgain(RuntimeException failure) {
        LOG.warn("A call could not be answered for now: {}", failure.toString());
        HttpStatus status = HttpStatus.SERVICE_UNAVAILABLE;
        return ResponseEntity.status(status)
                .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
                .body(ProblemDetail.forStatusAndDetail(status, "The portal cannot do this now; try again"));
    }
}
