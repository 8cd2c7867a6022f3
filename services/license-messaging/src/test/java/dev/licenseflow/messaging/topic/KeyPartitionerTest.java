package dev.licenseflow.messaging.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.junit.jupiter.api.Test;

class KeyPartitionerTest {

    /** The partitioner of Kafka's own Java producer is the measure. */
    @Test
    void aKeyBelongsWhereTheJavaProducerPutsIt() {
        Random random = new Random(20261124);
        for (int i = 0; i < 20_000; i++) {
            byte[] key = new byte[random.nextInt(70)];
            random.nextBytes(key);
            int partitions = 1 + random.nextInt(100);

            assertThat(KeyPartitioner.partitionOf(key, partitions))
                    .isEqualTo(BuiltInPartitioner.partitionForKey(key, partitions));
        }
    }

    @Test
    void aCustomerIdIsTakenInUtf8() {
        assertThat(KeyPartitioner.partitionOf("João", 64))
                .isEqualTo(BuiltInPartitioner.partitionForKey("João".getBytes(StandardCharsets.UTF_8), 64));
    }
}
