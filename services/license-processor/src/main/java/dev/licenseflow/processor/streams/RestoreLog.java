package dev.licenseflow.processor.streams;

import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.StateRestoreListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells an operator what an instance restores before it decides again: each store of a partition is one line. */
final class RestoreLog implements StateRestoreListener {

    private static final Logger LOG = LoggerFactory.getLogger(RestoreLog.class);

    @Override
    public void onRestoreStart(TopicPartition partition, String store, long startingOffset, long endingOffset) {
        // The end tells how much it was.
    }

    @Override
    public void onBatchRestored(TopicPartition partition, String store, long batchEndOffset, long restored) {
        // The end tells how much it was.
    }

    @Override
    public void onRestoreEnd(TopicPartition partition, String store, long restored) {
        if (restored > 0) {
            LOG.info("Restored {} records of store {} from {}", restored, store, partition);
        }
    }
}
