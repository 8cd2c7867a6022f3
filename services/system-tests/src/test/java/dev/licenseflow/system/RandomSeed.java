package dev.licenseflow.system;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/** Where a test's random choices come from: {@code -Dseed=…}, or another seed for each run. A failure names it. */
final class RandomSeed implements TestExecutionExceptionHandler {

    private final long value = Long.getLong("seed", System.nanoTime());

    long value() {
        return value;
    }

    @Override
    public void handleTestExecutionException(ExtensionContext test, Throwable failure) {
        throw new AssertionError("With -Dseed=" + value + ": " + failure.getMessage(), failure);
    }
}
