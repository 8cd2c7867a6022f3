package dev.licenseflow.messaging.json;

import java.util.List;
import java.util.stream.Collectors;

/** A text is no catalog document. It names every fault of the text at once, a line each (C3). */
public final class CatalogFormatException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<CatalogTextFault> faults;

    CatalogFormatException(List<CatalogTextFault> faults) {
        super(faults.stream().map(CatalogTextFault::toString).collect(Collectors.joining("\n")));
        this.faults = List.copyOf(faults);
    }

    /** In the order in which they were found; at least one. */
    public List<CatalogTextFault> faults() {
        return faults;
    }
}
