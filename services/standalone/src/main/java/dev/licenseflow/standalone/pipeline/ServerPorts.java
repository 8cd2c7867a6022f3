package dev.licenseflow.standalone.pipeline;

import dev.licenseflow.standalone.startup.Ports;
import dev.licenseflow.standalone.startup.StartupRefusedException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

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

    /** Refuses what is clear before anything is touched: ports that are taken, or named twice. */
    void check(String host) {
        Map<String, Integer> chosen = new LinkedHashMap<>();
        chosen.put("the Kafka broker", kafka);
        chosen.put("the schema registry", registry);
        chosen.put("the license processor", processor);
        chosen.put("the billing ledger", ledger);
        chosen.put("the partner portal", portal);
        chosen.values().removeIf(port -> port == 0);
        Map<Integer, String> owners = new HashMap<>();
        chosen.forEach((purpose, port) -> {
            if (owners.put(port, purpose) != null) {
                throw new StartupRefusedException("Port " + port + " is named for two servers; each needs its own");
            }
        });
        chosen.forEach((purpose, port) -> Ports.requireFree(host, port, purpose));
    }
}
