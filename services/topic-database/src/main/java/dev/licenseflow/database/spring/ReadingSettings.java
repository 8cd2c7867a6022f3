package dev.licenseflow.database.spring;

import dev.licenseflow.messaging.publishing.KafkaAccess;
import java.util.Optional;

/**
 * How a service reads its topics.
 *
 * @param group the consumer group, which keeps how far was read
 * @param instanceId of this instance of the service: the same at each of its starts, and no other instance's in the group.
 *     Started again under it, also after a kill, an instance gets its partitions back at once. An instance without one is new to
 *     the group at each start, and has to wait until the group misses the one before.
 * @param service the service's name, in logs and as the client id
 * @param pollRecords records entered in one transaction of the database, at most
 * @param enabled whether it reads at all
 */
public record ReadingSettings(
        KafkaAccess access,
        String group,
        Optional<String> instanceId,
        String service,
        int pollRecords,
        boolean enabled) {}
