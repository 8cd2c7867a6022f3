package dev.licenseflow.standalone.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class PortsTest {

    private static final String LOOPBACK = "127.0.0.1";

    @Test
    void aTakenPortIsRefusedAndFreeAgainOnceItsOwnerIsGone() throws IOException {
        int port = Ports.free(LOOPBACK);
        try (ServerSocket owner = new ServerSocket()) {
            owner.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            assertThatThrownBy(() -> Ports.requireFree(LOOPBACK, port, "the Kafka broker"))
                    .isInstanceOf(StartupRefusedException.class)
                    .hasMessage("Port %d on 127.0.0.1, needed by the Kafka broker, is taken by another program", port);
        }

        assertThatCode(() -> Ports.requireFree(LOOPBACK, port, "the Kafka broker"))
                .doesNotThrowAnyException();
    }

    @RepeatedTest(20)
    void aFreePortIsNoneThatAnOutgoingConnectionTakes() {
        assertThat(Ports.free(LOOPBACK)).isBetween(1_024, 32_767);
    }

    @Test
    void aPortOutOfRangeIsRefused() {
        assertThatThrownBy(() -> Ports.requireFree(LOOPBACK, 65_536, "the Kafka broker"))
                .isInstanceOf(StartupRefusedException.class)
                .hasMessageContaining("between 1 and 65535");
    }

    @Test
    void anAddressOfAnotherMachineIsRefused() {
        assertThatThrownBy(() -> Ports.requireFree("192.0.2.1", 9092, "the Kafka broker"))
                .isInstanceOf(StartupRefusedException.class)
                .hasMessageContaining("cannot be used");
    }
}
