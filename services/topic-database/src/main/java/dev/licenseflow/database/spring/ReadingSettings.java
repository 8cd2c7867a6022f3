package dev.licenseflow.database.spring;

import dev.licenseflow.messaging.publishing.KafkaAccess;
import java.util.Optional;

/**
 * How a service reads its topics.
 *
 * @param group the consumer group, which has the committed offsets
 * @param instanceId of this instance alone in the group, and the same at each start. An instance that starts again with its id, also
 *     after a kill, gets its partitions back at once. An instance without one is new to the group at each start, and after a kill
 *     has to wait until the session of its predecessor ends.
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
