package dev.licenseflow.portal.preview;

import dev.licenseflow.domain.decision.Decision;
import dev.licenseflow.domain.request.Request;
import java.util.Optional;

/** Asks the processor what it would decide now. */
@FunctionalInterface
public interface Preview {

    /** The decision that the request would get; empty if the processor does not answer in time. Changes nothing. */
    Optional<Decision> of(Request request);
}
