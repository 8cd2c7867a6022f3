package dev.licenseflow.benchmarks.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedThread;
import jdk.jfr.consumer.RecordingFile;

/**
 * Where the processor time of a recording went. A sample counts for the part of the system whose frame is the topmost, so
 * what the JDK does for a part counts for the part.
 *
 * <p>From Java 25 on the samples are of processor time, native code such as RocksDB included. Before, they are of Java
 * code only, so RocksDB's own work is missing in them.
 */
public final class ProfileSummary {

    private static final String CPU_TIME = "jdk.CPUTimeSample";
    private static final String EXECUTION = "jdk.ExecutionSample";
    private static final int SHOWN = 30;
    private static final int FIRST_WITH_CPU_TIME = 25;

    private final Map<Part, Integer> byPart = new HashMap<>();
    private final Map<String, Integer> byThread = new HashMap<>();
    private final Map<String, Integer> topFrames = new HashMap<>();
    private final Map<String, Integer> within = new HashMap<>();
    private int samples;

    private ProfileSummary() {}

    /** The options of a JVM that is to be recorded into a file. */
    public static List<String> recordingOptions(Path file) {
        String options = "-XX:StartFlightRecording:filename=" + file + ",settings=profile,dumponexit=true";
        boolean cpuTime = Runtime.version().feature() >= FIRST_WITH_CPU_TIME;
        return List.of(cpuTime ? options + "," + CPU_TIME + "#enabled=true," + CPU_TIME + "#throttle=10ms" : options);
    }

    /** Summarises the samples that were taken during the section of the backlog. */
    public static ProfileSummary of(Path file, DrainWatch.Section section) {
        ProfileSummary cpuTime = read(file, section, CPU_TIME);
        return cpuTime.samples > 0 ? cpuTime : read(file, section, EXECUTION);
    }

    private static ProfileSummary read(Path file, DrainWatch.Section section, String eventName) {
        ProfileSummary summary = new ProfileSummary();
        try (RecordingFile recording = new RecordingFile(file)) {
            while (recording.hasMoreEvents()) {
                RecordedEvent event = recording.readEvent();
                boolean within = !event.getStartTime().isBefore(section.begin())
                        && !event.getStartTime().isAfter(section.end());
                if (within && event.getEventType().getName().equals(eventName)) {
                    summary.add(event, eventName.equals(CPU_TIME) ? "eventThread" : "sampledThread");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The recording could not be read", e);
        }
        return summary;
    }

    private void add(RecordedEvent event, String threadField) {
        samples++;
        RecordedThread thread = event.getThread(threadField);
        String name = thread == null ? null : thread.getJavaName();
        byThread.merge(name == null ? "JVM" : kind(name), 1, Integer::sum);
        List<String> methods = event.getStackTrace() == null
                ? List.of()
                : event.getStackTrace().getFrames().stream()
                        .map(RecordedFrame::getMethod)
                        .map(method -> method.getType().getName() + "." + method.getName())
                        .toList();
        Optional<String> topmost =
                methods.stream().filter(method -> Part.of(method).isPresent()).findFirst();
        byPart.merge(topmost.flatMap(Part::of).orElse(Part.OTHER), 1, Integer::sum);
        topmost.ifPresent(method -> topFrames.merge(method, 1, Integer::sum));
        methods.stream()
                .filter(method -> method.startsWith("dev.licenseflow."))
                .distinct()
                .forEach(method -> within.merge(method, 1, Integer::sum));
    }

    private static String kind(String thread) {
        if (thread.contains("StreamThread") && !thread.contains("producer")) {
            return "stream threads";
        }
        if (thread.contains("kafka-producer-network-thread")) {
            return "producer network threads";
        }
        return "others";
    }

    /** Tables for a person to read. */
    public String text() {
        StringBuilder text = new StringBuilder("%d samples\n".formatted(samples));
        append(text, "by thread", byThread);
        append(text, "by part of the system, topmost frame", byPart);
        append(text, "topmost frames", topFrames);
        append(text, "within our methods, everything they call included", within);
        return text.toString();
    }

    private <K> void append(StringBuilder text, String title, Map<K, Integer> counts) {
        text.append("\n  ").append(title).append('\n');
        counts.entrySet().stream()
                .sorted(Map.Entry.<K, Integer>comparingByValue(Comparator.reverseOrder()))
                .limit(SHOWN)
                .forEach(entry -> text.append(
                        "    %5.1f %%  %s\n".formatted(entry.getValue() * 100.0 / samples, entry.getKey())));
    }

    /** A part of the system, by the packages of its frames. The first that fits is taken. */
    private enum Part {
        ROCKSDB("RocksDB", "org.rocksdb."),
        AVRO("Avro encoding and decoding", "org.apache.avro.", "dev.licenseflow.schema.", "dev.licenseflow.wire."),
        MAPPING("mapping", "dev.licenseflow.messaging."),
        DOMAIN("domain", "dev.licenseflow.domain."),
        PROCESSOR("processor steps and stores", "dev.licenseflow.processor."),
        BASELINE("the baseline's step", "dev.licenseflow.benchmarks."),
        STREAMS("Kafka Streams", "org.apache.kafka.streams."),
        PRODUCER(
                "Kafka producer",
                "org.apache.kafka.clients.producer.",
                "org.apache.kafka.common.record.",
                "org.apache.kafka.common.compress.",
                "net.jpountz."),
        CONSUMER("Kafka consumer", "org.apache.kafka.clients.consumer."),
        NETWORK("Kafka network and the rest of its clients", "org.apache.kafka."),
        OTHER("JVM and the rest");

        private final String label;

        @SuppressWarnings("ImmutableEnumChecker") // List.of makes one that nobody can change.
        private final List<String> prefixes;

        Part(String label, String... prefixes) {
            this.label = label;
            this.prefixes = List.of(prefixes);
        }

        static Optional<Part> of(String method) {
            return Arrays.stream(values())
                    .filter(part -> part.prefixes.stream().anyMatch(method::startsWith))
                    .findFirst();
        }

        @Override
        public String toString() {
            return label;
        }
    }
}
