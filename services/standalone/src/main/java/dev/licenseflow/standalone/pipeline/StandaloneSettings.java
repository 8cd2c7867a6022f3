package dev.licenseflow.standalone.pipeline;

import dev.licenseflow.domain.month.BusinessCalendar;
import dev.licenseflow.messaging.topic.LicensingTopicSpecs;
import dev.licenseflow.standalone.startup.FolderSettings;
import dev.licenseflow.standalone.startup.Ports;
import dev.licenseflow.standalone.startup.StartupRefusedException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;

/**
 * How a standalone pipeline is started.
 *
 * @param data the folder that keeps everything
 * @param host the address to listen on; the loopback address keeps everything to this machine
 * @param advertisedHost the name under which clients find it, which differs from {@code host} behind 0.0.0.0
 * @param kafkaPort for Kafka clients; 0 takes a free one
 * @param registryPort for clients of the schema registry; 0 takes a free one
 * @param httpPort for health; 0 takes a free one
 * @param partitions of the topics; if absent, as the folder was made, or {@link #DEFAULTS}
 * @param zone the business zone (T2); if absent, as the folder was made, or {@link #DEFAULTS}
 */
public record StandaloneSettings(
        Path data,
        String host,
        String advertisedHost,
        int kafkaPort,
        int registryPort,
        int httpPort,
        Optional<Integer> partitions,
        Optional<ZoneId> zone) {

    /** With what a folder is made unless the user says otherwise. */
    public static final FolderSettings DEFAULTS =
            new FolderSettings(LicensingTopicSpecs.DEFAULT_PARTITIONS, BusinessCalendar.SAO_PAULO.zone());

    /** Refuses what is clear before anything is touched: ports that are taken, or named twice. */
    void checkPorts() {
        check(kafkaPort, "the Kafka broker");
        check(registryPort, "the schema registry");
        check(httpPort, "health checks");
        requireDifferent(kafkaPort, registryPort);
        requireDifferent(kafkaPort, httpPort);
        requireDifferent(registryPort, httpPort);
    }

    private void check(int port, String purpose) {
        if (port != 0) {
            Ports.requireFree(host, port, purpose);
        }
    }

    private static void requireDifferent(int one, int other) {
        if (one == other && one != 0) {
            throw new StartupRefusedException("Port " + one + " is named for two servers; each needs its own");
        }
    }
}
