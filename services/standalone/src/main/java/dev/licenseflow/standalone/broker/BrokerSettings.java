package dev.licenseflow.standalone.broker;

import java.util.HashMap;
import java.util.Map;

/**
 * Where an embedded broker listens, and what differs from its usual settings.
 *
 * @param host the address to listen on; this machine only, unless the user asks for more: there is no authentication
 * @param advertisedHost the name under which clients find it, which differs from {@code host} behind 0.0.0.0
 * @param port for clients; 0 takes a free one
 * @param controllerPort for the controller, always on the loopback address; 0 takes a free one
 * @param overrides broker properties that win over {@link BrokerProperties}
 */
public record BrokerSettings(
        String host, String advertisedHost, int port, int controllerPort, Map<String, String> overrides) {

    /** The address that only programs of this machine can reach. */
    public static final String LOOPBACK = "127.0.0.1";

    public BrokerSettings {
        overrides = Map.copyOf(overrides);
    }

    /** On free ports of the loopback address: for tests, which run side by side. */
    public static BrokerSettings onFreePorts() {
        return onPort(0);
    }

    /** On the loopback address, clients on the given port. */
    public static BrokerSettings onPort(int port) {
        return new BrokerSettings(LOOPBACK, LOOPBACK, port, 0, Map.of());
    }

    /** The same, reachable from other machines. */
    public BrokerSettings reachableAs(String listenHost, String clientsHost) {
        return new BrokerSettings(listenHost, clientsHost, port, controllerPort, overrides);
    }

    /** The same with one more broker property. */
    public BrokerSettings with(String property, String value) {
        Map<String, String> more = new HashMap<>(overrides);
        more.put(property, value);
        return new BrokerSettings(host, advertisedHost, port, controllerPort, more);
    }
}
