package dev.licenseflow.processor.spring;

/** The question itself is wrong; the message says which part and what was expected. */
class BadQuestionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BadQuestionException(String message) {
        super(message);
    }

    BadQuestionException(String message, Throwable cause) {
        super(message, cause);
    }
}
