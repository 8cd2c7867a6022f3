package dev.licenseflow.wire;

import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/**
 * No schema registry could be asked, after all retries. Says nothing about the record at hand: whoever handles failed
 * records must let this stop the client and keep the offset, since a dead letter would lose a good record. It is
 * deliberately no {@code SerializationException}.
 */
public final class RegistryUnavailableException extends KafkaException {

    private static final long serialVersionUID = 1L;

    RegistryUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
