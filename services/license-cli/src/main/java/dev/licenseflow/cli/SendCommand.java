package dev.licenseflow.cli;

import dev.licenseflow.cli.client.CauseKey;
import dev.licenseflow.cli.client.Exchange;
import dev.licenseflow.cli.client.PipelineOptions;
import dev.licenseflow.cli.client.RecordLine;
import dev.licenseflow.cli.words.UserError;
import dev.licenseflow.domain.month.BusinessCalendar;
import dev.licenseflow.messaging.publishing.KafkaAccess;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.ZoneId;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code licenseflow send}: publishes to a running pipeline and shows what it decides. */
@Command(
        name = "send",
        mixinStandardHelpOptions = true,
        description = {
            "Publishes requests and settlements to a running pipeline, and prints the decision on each as a JSON line, in",
            "the order in which decisions come. What becomes a dead letter is printed as such.",
            "A file is checked as a whole before its first line is sent; standard input is sent line by line."
        },
        footer = {
            "",
            "A line of input:",
            "  {\"request\":{…}}                    as for simulate, without \"at\"",
            "  {\"settlement\":{…}}                 \"chargeIds\":\"OPEN\" is all that are open then",
            "  {\"key\":\"x\",\"request\":{…}}          under another key than the customer id",
            "",
            "Examples:",
            "  licenseflow send requests.jsonl",
            "  licenseflow send --rate 100 --progress requests.jsonl > decisions.jsonl",
            "  echo '{\"request\":{\"requestId\":\"r9\",\"customerId\":\"c1\",\"partnerId\":\"p1\",\"channel\":\"CUSTOMERS\","
                    + "\"command\":{\"type\":\"Suspend\"}}}' | licenseflow send",
            "",
            "Exit status: 0 when all were answered, whatever was decided; 1 when some were not within the timeout; 2 when a",
            "line is not valid, or no broker or registry answers."
        })
final class SendCommand implements Callable<Integer> {

    private static final int MOST_NAMED = 5;

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            defaultValue = "-",
            description = "The input; - or nothing is standard input.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String file;

    @Option(
            names = "--rate",
            paramLabel = "N",
            description = "The most lines in a second. Default: as fast as it goes.")
    private @Nullable Integer rate;

    @Option(names = "--progress", description = "Print to standard error every second how far it is.")
    private boolean progress;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "30",
            description = "Give up when no answer came for so long. Default: ${DEFAULT-VALUE}.")
    private int timeoutSeconds;

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            defaultValue = "America/Sao_Paulo",
            description = "In which times are shown. Default: ${DEFAULT-VALUE}.")
    private ZoneId zone = BusinessCalendar.SAO_PAULO.zone();

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private PipelineOptions pipeline;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() {
        OptionalInt perSecond = perSecond();
        if (timeoutSeconds < 1) {
            throw new UserError("--timeout: " + timeoutSeconds + " is not a number of seconds from 1 on");
        }
        InputFile input = new InputFile(file);
        SendFeed feed = SendFeed.of(input);
        KafkaAccess access = pipeline.connect();
        RecordLine lines = new RecordLine(access.registry(), zone);
        PrintWriter output = spec.commandLine().getOut();
        try (Exchange exchange = Exchange.open(access, perSecond)) {
            feed.start(exchange);
            boolean all = exchangeAll(exchange, feed, lines, output);
            output.flush();
            return conclude(exchange, feed, all);
        }
    }

    /** Whether everything was answered before the user's patience was over. */
    private boolean exchangeAll(Exchange exchange, SendFeed feed, RecordLine lines, PrintWriter output) {
        Duration patience = Duration.ofSeconds(timeoutSeconds);
        long lastAnswer = System.nanoTime();
        long lastReport = System.nanoTime();
        long answered = 0;
        while (!feed.isOver() || exchange.open() > 0) {
            exchange.read(record -> output.println(lines.of(record)));
            long now = System.nanoTime();
            if (exchange.answered() > answered || exchange.open() == 0) {
                answered = exchange.answered();
                lastAnswer = now;
            }
            if (now - lastAnswer > patience.toNanos() || exchange.failure() != null) {
                return false;
            }
            if (progress && now - lastReport > Duration.ofSeconds(1).toNanos()) {
                lastReport = now;
                report(exchange);
            }
        }
        return true;
    }

    private int conclude(Exchange exchange, SendFeed feed, boolean all) {
        PrintWriter errors = spec.commandLine().getErr();
        if (progress) {
            report(exchange);
        }
        Exception failure = exchange.failure();
        if (failure != null) {
            errors.println("Not everything could be published: " + failure.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        }
        if (!all) {
            String some = exchange.someOpen(MOST_NAMED).stream()
                    .map(CauseKey::toString)
                    .collect(Collectors.joining(", "));
            errors.printf(
                    "%d of %d were not answered within %d s: %s%s%n",
                    exchange.open(), exchange.sent(), timeoutSeconds, some, exchange.open() > MOST_NAMED ? ", …" : "");
            return CommandLine.ExitCode.SOFTWARE;
        }
        feed.throwMistake();
        return CommandLine.ExitCode.OK;
    }

    private void report(Exchange exchange) {
        spec.commandLine()
                .getErr()
                .printf(
                        "%d sent, %d answered, %d of them dead letters%n",
                        exchange.sent(), exchange.answered(), exchange.deadLetters());
    }

    private OptionalInt perSecond() {
        if (rate == null) {
            return OptionalInt.empty();
        }
        if (rate < 1) {
            throw new UserError("--rate: " + rate + " is not a number of lines from 1 on");
        }
        return OptionalInt.of(rate);
    }
}
