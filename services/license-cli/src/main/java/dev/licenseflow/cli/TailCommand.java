package dev.licenseflow.cli;

import dev.licenseflow.cli.client.PipelineOptions;
import dev.licenseflow.cli.client.RecordLine;
import dev.licenseflow.cli.client.TopicTail;
import dev.licenseflow.cli.text.UserError;
import dev.licenseflow.messaging.publishing.KafkaAccess;
import dev.licenseflow.messaging.topic.LicensingTopics;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code licenseflow tail}: what a running pipeline writes, decoded, as it writes it. */
@Command(name = "tail", mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class TailCommand implements Callable<Integer> {

    private static final String PREFIX = "licensing.";
    private static final Duration POLL = Duration.ofMillis(200);

    @Parameters(arity = "1..*", paramLabel = "TOPIC")
    private List<String> names = List.of();

    @Option(names = "--from-beginning")
    private boolean fromBeginning;

    @Option(names = "--key", paramLabel = "KEY")
    private Optional<String> key = Optional.empty();

    @Option(names = "--limit", paramLabel = "N")
    private Optional<Long> limit = Optional.empty();

    @Option(names = "--zone", paramLabel = "ZONE", defaultValue = "America/Sao_Paulo")
    private ZoneId zone;

    @Mixin
    private PipelineOptions pipeline;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        List<String> topics =
                names.stream().map(TailCommand::fullName).distinct().toList();
        long left = limit.orElse(Long.MAX_VALUE);
        if (left < 0) {
            throw new UserError("--limit: " + left + " is negative");
        }
        KafkaAccess access = pipeline.connect();
        RecordLine lines = new RecordLine(access.registry(), zone);
        PrintWriter output = spec.commandLine().getOut();
        StopSignal stop = StopSignal.install();
        try (TopicTail tail = TopicTail.open(access, topics, fromBeginning)) {
            // It also ends when the reader of its output, such as head, has ended.
            while (left > 0 && !stop.isAsked() && !output.checkError()) {
                for (ConsumerRecord<byte[], byte[]> record : tail.poll(POLL)) {
                    if (left > 0 && isWanted(record)) {
                        output.println(lines.of(record));
                        left--;
                    }
                }
            }
            return CommandLine.ExitCode.OK;
        } finally {
            output.flush();
            stop.done();
        }
    }

    private boolean isWanted(ConsumerRecord<byte[], byte[]> record) {
        return key.isEmpty() || RecordLine.keyOf(record).equals(key);
    }

    /** The name of a topic that a user names in full, or without what all names begin with. */
    static String fullName(String name) {
        String full = name.startsWith(PREFIX) ? name : PREFIX + name;
        List<String> known = LicensingTopics.ALL.stream()
                .flatMap(topic -> topic.names().stream())
                .sorted(Comparator.comparing(each -> each.endsWith(".dlq")))
                .toList();
        if (!known.contains(full)) {
            throw new UserError("There is no topic " + name + "; there are "
                    + known.stream()
                            .map(each -> each.substring(PREFIX.length()))
                            .collect(Collectors.joining(", ")));
        }
        return full;
    }
}
