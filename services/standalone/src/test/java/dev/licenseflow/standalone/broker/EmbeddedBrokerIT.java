package dev.licenseflow.standalone.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.licenseflow.standalone.startup.DataFolder;
import dev.licenseflow.standalone.startup.Ports;
import dev.licenseflow.standalone.startup.StartupRefusedException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerIT {

    private static final String TOPIC = "words";

    @TempDir
    private Path temp;

    @Test
    void recordsOutliveACleanRestartOnTheSameFolderAndPort() throws Exception {
        BrokerSettings settings = BrokerSettings.onPort(Ports.free(BrokerSettings.LOOPBACK));
        try (EmbeddedBroker broker = EmbeddedBroker.start(temp, settings)) {
            assertThat(broker.bootstrapServers()).isEqualTo("127.0.0.1:" + settings.port());
            BrokerClients.createTopic(broker.bootstrapServers(), TOPIC);
            BrokerClients.produce(broker.bootstrapServers(), TOPIC, "kept");
        }

        try (EmbeddedBroker broker = EmbeddedBroker.start(temp, settings)) {
            assertThat(BrokerClients.committedValues(broker.bootstrapServers(), TOPIC, 1))
                    .containsExactly("kept");
            assertInUse(ProcessHandle.current().pid());
            assertOnlyCommittedTransactionsAreRead(broker.bootstrapServers());
        }
    }

    @Test
    void recordsAndTransactionsOutliveAKill() throws Exception {
        try (BrokerProcess broker = BrokerProcess.start(temp)) {
            BrokerClients.createTopic(broker.bootstrapServers(), TOPIC);
            try (Producer<String, String> producer =
                    BrokerClients.transactionalProducer(broker.bootstrapServers(), "writer")) {
                commit(producer, TOPIC, "before the kill");
                assertInUse(broker.pid());
                producer.beginTransaction();
                producer.send(new ProducerRecord<>(TOPIC, "k", "never committed"))
                        .get();
                broker.kill();
                producer.close(Duration.ZERO); // it would wait for the dead broker without end
            }
        }

        try (EmbeddedBroker broker = EmbeddedBroker.start(temp, BrokerSettings.onFreePorts());
                Producer<String, String> producer =
                        BrokerClients.transactionalProducer(broker.bootstrapServers(), "writer")) {
            commit(producer, TOPIC, "after the kill");
            assertThat(BrokerClients.committedValues(broker.bootstrapServers(), TOPIC, 2))
                    .containsExactlyInAnyOrder("before the kill", "after the kill");
        }
    }

    @Test
    void aTakenPortIsRefusedAndTheFolderReleased() throws IOException {
        int port = Ports.free(BrokerSettings.LOOPBACK);
        try (ServerSocket owner = new ServerSocket()) {
            owner.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            assertThatThrownBy(() -> EmbeddedBroker.start(temp, BrokerSettings.onPort(port)))
                    .isInstanceOf(StartupRefusedException.class)
                    .hasMessageContaining("Port " + port);
        }

        try (DataFolder folder = DataFolder.open(temp)) {
            assertThat(folder.path()).isDirectory();
        }
    }

    private void assertInUse(long pid) {
        assertThatThrownBy(() -> EmbeddedBroker.start(temp, BrokerSettings.onFreePorts()))
                .isInstanceOf(StartupRefusedException.class)
                .hasMessageContaining("in use by process " + pid);
    }

    private static void assertOnlyCommittedTransactionsAreRead(String bootstrapServers)
            throws ExecutionException, InterruptedException {
        String topic = "transactions";
        BrokerClients.createTopic(bootstrapServers, topic);
        try (Producer<String, String> producer = BrokerClients.transactionalProducer(bootstrapServers, "writer")) {
            producer.beginTransaction();
            producer.send(new ProducerRecord<>(topic, "k", "aborted")).get();
            producer.abortTransaction();
            commit(producer, topic, "committed");
        }
        assertThat(BrokerClients.committedValues(bootstrapServers, topic, 1)).containsExactly("committed");
    }

    private static void commit(Producer<String, String> producer, String topic, String value)
            throws ExecutionException, InterruptedException {
        producer.beginTransaction();
        producer.send(new ProducerRecord<>(topic, "k", value)).get();
        producer.commitTransaction();
    }
}
