package dev.licenseflow.standalone.pipeline;

import dev.licenseflow.domain.month.BusinessCalendar;
import dev.licenseflow.messaging.topic.LicensingTopics;
import dev.licenseflow.standalone.startup.FolderSettings;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;

/**
 * How a standalone pipeline is started.
 *
 * @param data the folder that keeps everything
 * @param host the address to listen on; the loopback address keeps everything to this machine
 * @param advertisedHost the name under which clients find it, which differs from {@code host} behind 0.0.0.0
 * @param companions whether billing ledger and partner portal are started as well, on an embedded PostgreSQL, which is
 *     available for Linux only
 * @param partitions of the topics; if absent, those of the folder, or {@link #DEFAULTS} for a new one
 * @param zone the business zone (T2); if absent, that of the folder, or {@link #DEFAULTS} for a new one
 */
public record StandaloneSettings(
        Path data,
        String host,
        String advertisedHost,
        ServerPorts ports,
        boolean companions,
        Optional<Integer> partitions,
        Optional<ZoneId> zone) {

    /** The settings of a new folder where the user asks for nothing. */
    public static final FolderSettings DEFAULTS =
            new FolderSettings(LicensingTopics.DEFAULT_PARTITIONS, BusinessCalendar.SAO_PAULO.zone());

    /** Where clients find the server on a port. */
    String address(int port) {
        return "http://" + advertisedHost + ":" + port;
    }
}
