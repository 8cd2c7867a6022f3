package dev.licenseflow.portal.api;

import org.springframework.http.HttpStatus;

/** A call that is refused. */
class ApiProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final HttpStatus status;

    ApiProblem(HttpStatus status, String detail) {
        super(detail);
        this.status = status;
    }

    /** The same answer for what is not there and for what is another partner's. */
    static ApiProblem noSuchCustomer() {
        return new ApiProblem(HttpStatus.NOT_FOUND, "The partner has no such customer");
    }

    HttpStatus status() {
        return status;
    }
}
