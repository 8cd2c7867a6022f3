package dev.licenseflow.testkit;

/** A line of the simulator's input is not valid. */
public final class SimulationInputException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int line;

    SimulationInputException(int line, String message) {
        super(message);
        this.line = line;
    }

    /** Its number, the first line being 1. */
    public int line() {
        return line;
    }
}
