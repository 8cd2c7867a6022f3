package dev.licenseflow.benchmarks.process;

import dev.licenseflow.messaging.topic.LicensingTopics;
import java.util.List;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;

/**
 * The least that an application with this much state and output can do: for each request one read and one write of a
 * store with a changelog, and one record to each of three topics. It decodes nothing and decides nothing. Its values are
 * samples of what the real processor wrote, so sizes and compressibility are the same.
 */
final class BaselineTopology {

    /** The topics that it writes, in the order of {@link Samples#outputs()}. */
    static final List<String> OUTPUTS = List.of("bench.decisions", "bench.charges", "bench.licenses");

    private static final String INPUT = LicensingTopics.REQUESTS.name();
    private static final String STORE = "baseline-state";
    private static final String INGEST = "ingest-" + INPUT;
    private static final String STEP = "read-and-write";

    private BaselineTopology() {}

    static Topology of(Samples samples) {
        Topology topology = new Topology();
        topology.addSource(INGEST, new ByteArrayDeserializer(), new ByteArrayDeserializer(), INPUT);
        topology.addProcessor(STEP, () -> new Step(samples), INGEST);
        topology.addStateStore(
                Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(STORE), Serdes.ByteArray(), Serdes.ByteArray()),
                STEP);
        for (String output : OUTPUTS) {
            topology.addSink("egress-" + output, output, new ByteArraySerializer(), new ByteArraySerializer(), STEP);
        }
        return topology;
    }

    private static final class Step implements Processor<byte[], byte[], byte[], byte[]> {

        private final Samples samples;
        private ProcessorContext<byte[], byte[]> context;
        private KeyValueStore<byte[], byte[]> store;
        private int number;

        Step(Samples samples) {
            this.samples = samples;
        }

        @Override
        public void init(ProcessorContext<byte[], byte[]> processorContext) {
            context = processorContext;
            store = processorContext.getStateStore(STORE);
        }

        @Override
        public void process(Record<byte[], byte[]> record) {
            byte[] before = store.get(record.key());
            number += before == null ? 1 : 2;
            store.put(record.key(), at(samples.states()));
            for (int output = 0; output < OUTPUTS.size(); output++) {
                context.forward(record.withValue(at(samples.outputs().get(output))), "egress-" + OUTPUTS.get(output));
            }
        }

        private byte[] at(List<byte[]> values) {
            return values.get(Math.floorMod(number, values.size()));
        }
    }
}
