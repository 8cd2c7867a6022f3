package dev.licenseflow.portal.api;

import dev.licenseflow.messaging.json.JsonFormatException;
import dev.licenseflow.portal.customer.TaxIdTakenException;
import dev.licenseflow.portal.request.RequestIdReusedException;
import jakarta.servlet.http.HttpServletRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Answers what goes wrong by problem details (RFC 9457). */
@RestControllerAdvice(basePackageClasses = PortalProblems.class)
class PortalProblems extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(PortalProblems.class);
    private static final String RETRY_SECONDS = "5";

    static ResponseStatusException fault(String detail) {
        return new ResponseStatusException(HttpStatus.BAD_REQUEST, detail);
    }

    /** The same answer for a customer that does not exist and for another partner's. */
    static ResponseStatusException noSuchCustomer() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, "The partner has no such customer");
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

    /** Calls that reach no controller: under {@code /api} they get problem details too, elsewhere an error page. */
    @RestControllerAdvice
    static class Unmapped {

        @ExceptionHandler({
            NoHandlerFoundException.class,
            HttpRequestMethodNotSupportedException.class,
            HttpMediaTypeNotSupportedException.class,
            HttpMediaTypeNotAcceptableException.class
        })
        <E extends Exception> ResponseEntity<ProblemDetail> refuse(E fault, HttpServletRequest request) throws E {
            if (!request.getServletPath().startsWith("/api/") || !(fault instanceof ErrorResponse answer)) {
                throw fault;
            }
            return ResponseEntity.status(answer.getStatusCode())
                    .headers(answer.getHeaders())
                    .body(answer.getBody());
        }
    }
}
