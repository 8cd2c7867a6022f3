package dev.licenseflow.messaging.json;

/**
 * Where faults of a text go. A sink either throws, which ends the reading with the first fault, or collects; then reading
 * goes on with stand-in values, and who collects must not use the result if there was a fault.
 */
@FunctionalInterface
interface FaultSink {

    /** The first fault ends it. */
    FaultSink THROW = (path, message) -> {
        throw new JsonFormatException(path.isEmpty() ? message : path + ": " + message);
    };

    /** For what is missing: that was told once, what follows from it is no news. */
    FaultSink IGNORE = (path, message) -> {};

    /** Takes a fault of the value at the path, such as {@code request.command.items[0].quantity}. */
    void add(String path, String message);
}
