package dev.licenseflow.standalone.broker;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * The broker properties for one node on a laptop that still gives every guarantee of a cluster: transactions, consumer
 * groups of all protocols, recovery after a kill. What is smaller than Kafka's defaults is smaller to start fast.
 */
final class BrokerProperties {

    static final int NODE_ID = 1;
    static final String CONTROLLER_LISTENER = "CONTROLLER";

    private static final String CLIENT_LISTENER = "CLIENT";

    private BrokerProperties() {}

    static Map<String, String> of(Path logFolder, BrokerSettings settings, int port, int controllerPort) {
        Map<String, String> properties = new HashMap<>();
        node(properties, logFolder, settings, port, controllerPort);
        singleReplica(properties);
        groups(properties);
        transactions(properties);
        laptop(properties);
        properties.putAll(settings.overrides());
        return properties;
    }

    private static void node(
            Map<String, String> properties, Path logFolder, BrokerSettings settings, int port, int controllerPort) {
        properties.put("process.roles", "broker,controller");
        properties.put("node.id", Integer.toString(NODE_ID));
        properties.put(
                "listeners",
                "%s://%s:%d,%s://%s:%d"
                        .formatted(
                                CLIENT_LISTENER,
                                settings.host(),
                                port,
                                CONTROLLER_LISTENER,
                                BrokerSettings.LOOPBACK,
                                controllerPort));
        properties.put(
                "advertised.listeners", "%s://%s:%d".formatted(CLIENT_LISTENER, settings.advertisedHost(), port));
        properties.put("listener.security.protocol.map", "CLIENT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        properties.put("inter.broker.listener.name", CLIENT_LISTENER);
        properties.put("controller.listener.names", CONTROLLER_LISTENER);
        properties.put(
                "controller.quorum.voters", "%d@%s:%d".formatted(NODE_ID, BrokerSettings.LOOPBACK, controllerPort));
        properties.put("log.dirs", logFolder.toString());
    }

    /** One node cannot hold more than one copy; with Kafka's defaults no transaction could ever begin. */
    private static void singleReplica(Map<String, String> properties) {
        properties.put("default.replication.factor", "1");
        properties.put("min.insync.replicas", "1");
        properties.put("offsets.topic.replication.factor", "1");
        properties.put("offsets.topic.num.partitions", "4");
        properties.put("transaction.state.log.replication.factor", "1");
        properties.put("transaction.state.log.min.isr", "1");
        properties.put("transaction.state.log.num.partitions", "4");
        properties.put("share.coordinator.state.topic.replication.factor", "1");
        properties.put("share.coordinator.state.topic.min.isr", "1");
        properties.put("share.coordinator.state.topic.num.partitions", "4");
    }

    /**
     * A member that was killed must not keep its partitions for Kafka's 45 seconds. In the streams protocol a member that
     * comes back is a new one, which waits for the session of the old one to end: so it is as short as can be, with
     * heartbeats often enough that five can be lost. The lower bounds forbid that unless they are moved too.
     */
    private static void groups(Map<String, String> properties) {
        properties.put("group.initial.rebalance.delay.ms", "0");
        properties.put("group.streams.initial.rebalance.delay.ms", "0");
        properties.put("group.coordinator.threads", "2");
        session(properties, "streams", 6_000, 1_000);
        session(properties, "consumer", 10_000, 2_000);
        session(properties, "share", 10_000, 2_000);
    }

    private static void session(
            Map<String, String> properties, String protocol, int sessionMillis, int heartbeatMillis) {
        String group = "group." + protocol;
        properties.put(group + ".min.session.timeout.ms", Integer.toString(sessionMillis));
        properties.put(group + ".session.timeout.ms", Integer.toString(sessionMillis));
        properties.put(group + ".min.heartbeat.interval.ms", Integer.toString(heartbeatMillis));
        properties.put(group + ".heartbeat.interval.ms", Integer.toString(heartbeatMillis));
    }

    /** A transaction left behind by a killed producer blocks readers of committed records until it is swept. */
    private static void transactions(Map<String, String> properties) {
        properties.put("transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000");
    }

    private static void laptop(Map<String, String> properties) {
        properties.put("auto.create.topics.enable", "false");
        properties.put("num.network.threads", "2");
        properties.put("num.io.threads", "4");
        properties.put("background.threads", "4");
        properties.put("num.recovery.threads.per.data.dir", "4");
        properties.put("remote.log.reader.threads", "1");
        properties.put("log.cleaner.dedupe.buffer.size", "16777216");
        properties.put("log.segment.bytes", "134217728");
        properties.put("log.index.size.max.bytes", "1048576");
        // After a kill the controller refuses the new broker until it believes the old one dead: keep that short.
        // The controller gives each heartbeat half its interval to be handled; less than this fails on a busy laptop.
        properties.put("broker.heartbeat.interval.ms", "500");
        properties.put("broker.session.timeout.ms", "3000");
        properties.put("controller.quorum.append.linger.ms", "5");
        properties.put("initial.broker.registration.timeout.ms", "60000");
    }
}
