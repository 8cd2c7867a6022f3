package dev.licenseflow.processor.deadletter;

import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends records that were decoded but cannot be decided to their dead-letter topic. Every other failure of a step is a
 * bug: it stops the client, and the offset stays where it is.
 */
public final class UndecidableRecordHandler implements ProcessingExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(UndecidableRecordHandler.class);

    @Override
    public void configure(Map<String, ?> configs) {
        // Nothing to choose.
    }

    @Override
    public Response handleError(ErrorHandlerContext context, Record<?, ?> record, Exception exception) {
        if (!(exception instanceof DeadLetterException letter)) {
            return Response.fail();
        }
        LOG.warn(
                "Dead letter: {}-{}@{}: {}",
                context.topic(),
                context.partition(),
                context.offset(),
                letter.getMessage());
        return Response.resume(List.of(DeadLetters.of(
                context,
                context.sourceRawKey(),
                context.sourceRawValue(),
                context.headers(),
                letter.reason(),
                String.valueOf(letter.getMessage()))));
    }
}
