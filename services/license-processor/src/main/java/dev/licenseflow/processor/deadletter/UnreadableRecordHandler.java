package dev.licenseflow.processor.deadletter;

import dev.licenseflow.messaging.mapping.UnreadableRecordException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends records that cannot be decoded to their dead-letter topic, in the same transaction as everything else. Only bad
 * bytes are passed over in this way: a registry that does not answer, or any other failure, stops the client, since it
 * says nothing about the record.
 */
public final class UnreadableRecordHandler implements DeserializationExceptionHandler {

    /** Configuration: names of topics, joined by commas, whose dead letters are kept. */
    public static final String DEAD_LETTER_SOURCES = "licenseflow.dead.letter.sources";

    private static final Logger LOG = LoggerFactory.getLogger(UnreadableRecordHandler.class);

    private Set<String> sources = Set.of();

    @Override
    public void configure(Map<String, ?> configs) {
        Object names = configs.get(DEAD_LETTER_SOURCES);
        sources = names == null ? Set.of() : Set.of(names.toString().split(","));
    }

    @Override
    public Response handleError(
            ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> record, Exception exception) {
        if (!(exception instanceof SerializationException || exception instanceof UnreadableRecordException)) {
            return Response.fail();
        }
        String place = record.topic() + "-" + record.partition() + "@" + record.offset();
        String message = String.valueOf(exception.getMessage());
        if (!sources.contains(record.topic())) {
            LOG.error("Ignored a record that cannot be decoded, at {}: {}", place, message);
            return Response.resume();
        }
        LOG.warn("Dead letter: a record that cannot be decoded, at {}: {}", place, message);
        return Response.resume(List.of(DeadLetters.of(
                context, record.key(), record.value(), record.headers(), DeadLetters.UNREADABLE, message)));
    }
}
