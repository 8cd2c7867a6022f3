package dev.licenseflow.benchmarks.measure;

import dev.licenseflow.benchmarks.process.Samples;
import dev.licenseflow.benchmarks.workload.Answers;
import dev.licenseflow.domain.decision.Cause;
import dev.licenseflow.domain.decision.Decision;
import dev.licenseflow.messaging.topic.LicensingTopics;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What an application wrote for one backlog: how much by topic, which decisions, and samples of it. */
public final class Output {

    private static final int SAMPLE_EVERY = 97;
    private static final int MAX_SAMPLES = 2_000;
    private static final String STATE_SUFFIX = "-customer-licenses-changelog";

    private final LicensingTopics topics;
    private final SortedMap<String, Traffic> byTopic = new TreeMap<>();
    private final Map<String, List<byte[]>> samples = new HashMap<>();
    private final Map<String, Integer> stateBytes = new HashMap<>();
    private final SortedMap<String, Long> outcomes = new TreeMap<>();
    private final SortedMap<Integer, CRC32> decisionBytes = new TreeMap<>();
    private final Answers answers = new Answers();

    public Output(LicensingTopics topics) {
        this.topics = topics;
    }

    /** Records of one topic, and their bytes before compression. */
    public record Traffic(long records, long bytes) {

        Traffic plus(Traffic more) {
            return new Traffic(records + more.records, bytes + more.bytes);
        }

        /** Key and value. */
        public double bytesPerRecord() {
            return bytes / (double) records;
        }
    }

    public void add(ConsumerRecord<byte[], byte[]> record) {
        String topic = record.topic();
        long bytes = Math.max(0L, record.serializedKeySize()) + Math.max(0L, record.serializedValueSize());
        long number = byTopic.merge(topic, new Traffic(1, bytes), Traffic::plus).records();
        if (record.value() == null) {
            return;
        }
        List<byte[]> sampled = samples.computeIfAbsent(topic, name -> new ArrayList<>());
        if (number % SAMPLE_EVERY == 1 && sampled.size() < MAX_SAMPLES) {
            sampled.add(record.value());
        }
        if (topic.endsWith(STATE_SUFFIX)) {
            stateBytes.put(new String(record.key(), StandardCharsets.UTF_8), record.value().length);
        }
        if (topic.equals(topics.decisions().name())) {
            addDecision(record);
        }
    }

    private void addDecision(ConsumerRecord<byte[], byte[]> record) {
        decisionBytes.computeIfAbsent(record.partition(), number -> new CRC32()).update(record.value());
        Decision decision = topics.decisions().values().deserializer().deserialize(record.topic(), record.value());
        if (decision.cause() == Cause.REQUEST) {
            answers.add(decision.customerId(), decision.causeId());
            String outcome =
                    decision.duplicate() ? "DUPLICATE" : decision.outcome().name();
            outcomes.merge(outcome, 1L, Long::sum);
        }
    }

    public SortedMap<String, Traffic> byTopic() {
        return byTopic;
    }

    /** Of all topics. */
    public long records() {
        return byTopic.values().stream().mapToLong(Traffic::records).sum();
    }

    public Answers answers() {
        return answers;
    }

    public SortedMap<String, Long> outcomes() {
        return outcomes;
    }

    /** The same for the same decisions, byte for byte, on the same partitions in the same order (T1). */
    public String fingerprint() {
        CRC32 all = new CRC32();
        decisionBytes
                .values()
                .forEach(one -> all.update(Long.toHexString(one.getValue()).getBytes(StandardCharsets.UTF_8)));
        return Long.toHexString(all.getValue());
    }

    /** Bytes of a customer's stored value at the end, on average. */
    public double stateBytesPerCustomer() {
        return stateBytes.values().stream()
                .mapToInt(Integer::intValue)
                .average()
                .orElse(0);
    }

    public int customers() {
        return stateBytes.size();
    }

    public Samples samples(String applicationId) {
        return new Samples(
                List.of(
                        sampled(topics.decisions().name()),
                        sampled(topics.charges().name()),
                        sampled(topics.licenses().name())),
                sampled(applicationId + STATE_SUFFIX));
    }

    private List<byte[]> sampled(String topic) {
        List<byte[]> sampled = samples.getOrDefault(topic, List.of());
        if (sampled.isEmpty()) {
            throw new IllegalStateException("Nothing was written to " + topic + ": too few requests for a sample");
        }
        return sampled;
    }
}
