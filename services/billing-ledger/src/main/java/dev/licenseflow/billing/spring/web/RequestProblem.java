package dev.licenseflow.billing.spring.web;

import java.util.List;
import org.springframework.http.HttpStatus;

/** A request that is not done, with what the client is told. */
final class RequestProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final String code;
    private final transient List<String> chargeIds;

    RequestProblem(HttpStatus status, String code, String detail, List<String> chargeIds) {
        super(detail);
        this.status = status;
        this.code = code;
        this.chargeIds = List.copyOf(chargeIds);
    }

    static RequestProblem badRequest(String code, String detail) {
        return new RequestProblem(HttpStatus.BAD_REQUEST, code, detail, List.of());
    }

    static RequestProblem unprocessable(String code, String detail) {
        return new RequestProblem(HttpStatus.UNPROCESSABLE_CONTENT, code, detail, List.of());
    }

    static RequestProblem notFound(String detail) {
        return new RequestProblem(HttpStatus.NOT_FOUND, "NOT_FOUND", detail, List.of());
    }

    HttpStatus status() {
        return status;
    }

    /** Stable, for programs. */
    String code() {
        return code;
    }

    /** The charges concerned, if it is about charges. */
    List<String> chargeIds() {
        return chargeIds;
    }
}
