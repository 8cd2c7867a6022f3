package dev.licenseflow.database.spring;

import dev.licenseflow.messaging.publishing.KafkaAccess;

/**
 * How a service reads its topics.
 *
 * @param group the consumer group, which keeps how far was read
 * @param service the service's name, in logs and as the client id
 * @param pollRecords records entered in one transaction of the database, at most
 * @param enabled whether it reads at all
 */
public record ReadingSettings(KafkaAccess access, String group, String service, int pollRecords, boolean enabled) {}
