package dev.licenseflow.messaging.topic;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Which partition a key belongs to: by murmur2, as Kafka's Java producer places records that have a key. Clients built on
 * librdkafka do the same with {@code partitioner=murmur2_random}; their default, CRC32, places most keys elsewhere.
 */
public final class KeyPartitioner {

    private static final int SEED = 0x9747b28c;
    private static final int MULTIPLIER = 0x5bd1e995;
    private static final int SHIFT = 24;

    private KeyPartitioner() {}

    /** The partition of a customer's records. */
    public static int partitionOf(String customerId, int partitions) {
        return partitionOf(customerId.getBytes(StandardCharsets.UTF_8), partitions);
    }

    /** The partition of a key's bytes, from 0 on. */
    public static int partitionOf(byte[] key, int partitions) {
        return (murmur2(key) & Integer.MAX_VALUE) % partitions;
    }

    private static int murmur2(byte[] key) {
        ByteBuffer bytes = ByteBuffer.wrap(key).order(ByteOrder.LITTLE_ENDIAN);
        int hash = SEED ^ key.length;
        while (bytes.remaining() >= Integer.BYTES) {
            int word = bytes.getInt() * MULTIPLIER;
            hash = hash * MULTIPLIER ^ (word ^ word >>> SHIFT) * MULTIPLIER;
        }
        if (bytes.hasRemaining()) {
            int rest = 0;
            for (int shift = 0; bytes.hasRemaining(); shift += Byte.SIZE) {
                rest |= (bytes.get() & 0xff) << shift;
            }
            hash = (hash ^ rest) * MULTIPLIER;
        }
        hash = (hash ^ hash >>> 13) * MULTIPLIER;
        return hash ^ hash >>> 15;
    }
}
