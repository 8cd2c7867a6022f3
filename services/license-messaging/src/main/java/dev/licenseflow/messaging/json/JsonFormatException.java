package dev.licenseflow.messaging.json;

/** A text is not what was expected. The message is one line: the path of the field and what is wrong with it. */
public final class JsonFormatException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public JsonFormatException(String message) {
        // A name in the text may hold a line break.
        super(message.replaceAll("\\p{Cntrl}", " "));
    }
}
