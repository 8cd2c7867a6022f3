package dev.licenseflow.system.clients;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.licenseflow.messaging.topic.LicensingTopics;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;

/** Where the partitioners of the clients put a customer, of the usual number of partitions. */
final class Partitions {

    private Partitions() {}

    /** Java's, which is that of the pipeline. */
    static int murmur2(String customer) {
        return BuiltInPartitioner.partitionForKey(customer.getBytes(UTF_8), LicensingTopics.DEFAULT_PARTITIONS);
    }

    /** The one of librdkafka unless told otherwise. */
    static int crc32(String customer) {
        CRC32 sum = new CRC32();
        sum.update(customer.getBytes(UTF_8));
        return (int) (sum.getValue() % LicensingTopics.DEFAULT_PARTITIONS);
    }

    /** A customer for every partition, in the order of the partitions. */
    static List<String> oneCustomerInEach(String prefix) {
        return IntStream.range(0, LicensingTopics.DEFAULT_PARTITIONS)
                .mapToObj(partition -> first(prefix, customer -> murmur2(customer) == partition))
                .toList();
    }

    /** A customer that only the right partitioner puts into the right partition. */
    static String customerThatPartitionersDisagreeOn(String prefix) {
        return first(prefix, customer -> murmur2(customer) != crc32(customer));
    }

    private static String first(String prefix, Predicate<String> wanted) {
        return IntStream.range(0, Integer.MAX_VALUE)
                .mapToObj(number -> prefix + "-" + number)
                .filter(wanted)
                .findFirst()
                .orElseThrow();
    }
}
