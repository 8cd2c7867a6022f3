package dev.licenseflow.portal.intake;

import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Records that could not be taken: told loudly, counted, and passed over. The record itself stays on its topic. */
public final class UnreadableRecords {

    private static final Logger LOG = LoggerFactory.getLogger(UnreadableRecords.class);

    private final AtomicLong count = new AtomicLong();

    void skip(ConsumerRecord<byte[], byte[]> record, String reason) {
        count.incrementAndGet();
        LOG.error("Passed over {}-{}@{}: {}", record.topic(), record.partition(), record.offset(), reason);
    }

    /** Since the start. */
    public long count() {
        return count.get();
    }
}
