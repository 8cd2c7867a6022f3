package dev.licenseflow.standalone.startup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.util.concurrent.ThreadLocalRandom;

/** TCP ports, tested by binding them, as the servers themselves do. */
public final class Ports {

    private static final int LOWEST_GIVEN = 20_000;

    /** Of Linux; those of other systems begin higher. */
    private static final int LOWEST_EPHEMERAL = 32_768;

    private static final int ATTEMPTS = 100;

    private Ports() {}

    /**
     * Checks that a server could listen there now.
     *
     * @param purpose what would listen, as the user knows it: "the Kafka broker"
     * @throws StartupRefusedException if the port is taken, reserved or out of range, or the host is not this machine
     */
    public static void requireFree(String host, int port, String purpose) {
        if (port < 1 || port > 65_535) {
            throw new StartupRefusedException("Port " + port + " for " + purpose + " is not between 1 and 65535");
        }
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getByName(host), port));
        } catch (UnknownHostException e) {
            throw new StartupRefusedException("Host " + host + " for " + purpose + " is not known", e);
        } catch (IOException e) {
            throw refusal(host, port, purpose, e);
        }
    }

    /**
     * A port that is free at this moment, for tests and for listeners whose port nobody needs to know. It is below those that systems
     * give to outgoing connections, so that none of these takes it before its server listens.
     */
    public static int free(String host) {
        for (int attempt = 1; ; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST_GIVEN, LOWEST_EPHEMERAL);
            try (ServerSocket socket = new ServerSocket()) {
                socket.bind(new InetSocketAddress(host, port));
                return port;
            } catch (IOException e) {
                if (attempt == ATTEMPTS) {
                    throw new UncheckedIOException("no free port on " + host, e);
                }
            }
        }
    }

    /** Says in one line why a server cannot listen; for servers that bind by themselves. */
    public static StartupRefusedException refusal(String host, int port, String purpose, IOException cause) {
        String message = String.valueOf(cause.getMessage());
        String reason = cause instanceof BindException && message.contains("in use")
                ? "is taken by another program"
                : "cannot be used: " + message;
        return new StartupRefusedException(
                "Port %d on %s, needed by %s, %s".formatted(port, host, purpose, reason), cause);
    }
}
