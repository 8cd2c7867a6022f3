package dev.licenseflow.standalone.startup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;

/** TCP ports, tried by binding them, which is the only test that the servers themselves will agree with. */
public final class Ports {

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
        InetAddress address = resolve(host, purpose);
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(address, port));
        } catch (IOException e) {
            throw refusal(host, port, purpose, e);
        }
    }

    /** A port that is free at this moment, for tests and for listeners whose port nobody needs to know. */
    public static int free(String host) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(host, 0));
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("no free port on " + host, e);
        }
    }

    /** Says in one line why a server cannot listen; for servers that bind by themselves. */
    public static StartupRefusedException refusal(String host, int port, String purpose, IOException cause) {
        String reason = cause instanceof BindException && isTaken(cause)
                ? "is taken by another program"
                : "cannot be used: " + cause.getMessage();
        return new StartupRefusedException(
                "Port %d on %s, needed by %s, %s".formatted(port, host, purpose, reason), cause);
    }

    private static boolean isTaken(IOException cause) {
        String message = String.valueOf(cause.getMessage());
        return message.contains("in use");
    }

    private static InetAddress resolve(String host, String purpose) {
        try {
            return InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            throw new StartupRefusedException("Host " + host + " for " + purpose + " is not known", e);
        }
    }
}
