package dev.licenseflow.processor.spring;

/** There is nothing to show; the message says what was looked for. */
class NotFoundException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotFoundException(String message) {
        super(message);
    }
}
