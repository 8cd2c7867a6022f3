package dev.licenseflow.standalone.pipeline;

import dev.licenseflow.standalone.startup.Ports;
import dev.licenseflow.standalone.startup.StartupRefusedException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * On which ports the servers of a standalone pipeline listen; 0 takes a free one.
 *
 * @param kafka for Kafka clients
 * @param registry for clients of the schema registry
 * @param processor for health and the read API
 * @param ledger for the billing ledger
 * @param portal for the partner portal
 */
public record ServerPorts(int kafka, int registry, int processor, int ledger, int portal) {

    /** Free ones for all. */
    public static final ServerPorts FREE = new ServerPorts(0, 0, 0, 0, 0);

    /** Refuses ports that are named twice or taken, before anything is started. */
    void check(String host) {
        Map<String, Integer> chosen = new LinkedHashMap<>();
        chosen.put("the Kafka broker", kafka);
        chosen.put("the schema registry", registry);
        chosen.put("the license processor", processor);
        chosen.put("the billing ledger", ledger);
        chosen.put("the partner portal", portal);
        chosen.values().removeIf(port -> port == 0);
        Set<Integer> distinct = new HashSet<>();
        for (int port : chosen.values()) {
            if (!distinct.add(port)) {
                throw new StartupRefusedException("Port " + port + " is named for two servers; each needs its own");
            }
        }
        chosen.forEach((purpose, port) -> Ports.requireFree(host, port, purpose));
    }
}
