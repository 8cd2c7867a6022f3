package dev.licenseflow.standalone.broker;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/**
 * Where an embedded broker listens, and what differs from its usual settings in {@code broker.properties}.
 *
 * @param host the address to listen on; this machine only, unless the user asks for more: there is no authentication
 * @param advertisedHost the name under which clients find it, which differs from {@code host} behind 0.0.0.0
 * @param port for clients; 0 takes a free one. The controller always takes a free one of the loopback address.
 * @param overrides broker properties that replace the usual ones
 */
public record BrokerSettings(String host, String advertisedHost, int port, Map<String, String> overrides) {

    /** The address that only programs of this machine can reach. */
    public static final String LOOPBACK = "127.0.0.1";

    static final int NODE_ID = 1;
    static final String CONTROLLER_LISTENER = "CONTROLLER";

    private static final String USUAL_SETTINGS = "/dev/licenseflow/standalone/broker.properties";

    public BrokerSettings {
        overrides = Map.copyOf(overrides);
    }

    /** On free ports of the loopback address: for tests, which run side by side. */
    public static BrokerSettings onFreePorts() {
        return onPort(0);
    }

    /** On the loopback address, clients on the given port. */
    public static BrokerSettings onPort(int port) {
        return new BrokerSettings(LOOPBACK, LOOPBACK, port, Map.of());
    }

    /** The same with one more broker property. */
    public BrokerSettings with(String property, String value) {
        Map<String, String> more = new HashMap<>(overrides);
        more.put(property, value);
        return new BrokerSettings(host, advertisedHost, port, more);
    }

    /** All properties of a broker that listens on these ports. */
    Properties properties(Path logFolder, int clientPort, int controllerPort) {
        Properties properties = new Properties();
        try (InputStream usual = Objects.requireNonNull(BrokerSettings.class.getResourceAsStream(USUAL_SETTINGS))) {
            properties.load(usual);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        properties.put("node.id", Integer.toString(NODE_ID));
        properties.put("log.dirs", logFolder.toString());
        properties.put(
                "listeners", "CLIENT://%s:%d,CONTROLLER://%s:%d".formatted(host, clientPort, LOOPBACK, controllerPort));
        properties.put("advertised.listeners", "CLIENT://%s:%d".formatted(advertisedHost, clientPort));
        properties.put("controller.listener.names", CONTROLLER_LISTENER);
        properties.put("controller.quorum.voters", "%d@%s:%d".formatted(NODE_ID, LOOPBACK, controllerPort));
        properties.putAll(overrides);
        return properties;
    }
}
