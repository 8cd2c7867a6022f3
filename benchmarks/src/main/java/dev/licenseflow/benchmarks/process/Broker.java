package dev.licenseflow.benchmarks.process;

import dev.licenseflow.messaging.publishing.KafkaAccess;
import java.time.Duration;
import java.util.List;

/** The broker and the schema registry, in a process of their own. */
public final class Broker implements AutoCloseable {

    private final ChildJvm process;
    private final KafkaAccess access;

    private Broker(ChildJvm process) {
        this.process = process;
        String[] addresses = process.firstLine().split(" ", 2);
        this.access = KafkaAccess.of(addresses[0], addresses[1]);
    }

    public static Broker start(ScratchFolder scratch) {
        return new Broker(ChildJvm.start(
                BrokerMain.class,
                List.of("-Xmx1g"),
                List.of(scratch.resolve("broker").toString())));
    }

    public KafkaAccess access() {
        return access;
    }

    public Duration cpu() {
        return process.cpu();
    }

    @Override
    public void close() {
        process.kill();
    }
}
