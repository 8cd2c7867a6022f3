package dev.licenseflow.cli;

import dev.licenseflow.cli.client.InputSender;
import dev.licenseflow.cli.client.PipelineOptions;
import dev.licenseflow.cli.client.RecordLine;
import dev.licenseflow.cli.text.UserError;
import dev.licenseflow.messaging.publishing.KafkaAccess;
import dev.licenseflow.testkit.InputLine;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.ZoneId;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code licenseflow send}: publishes to a running pipeline and shows what it decides. */
@Command(name = "send", mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class SendCommand implements Callable<Integer> {

    private static final int MOST_NAMED = 5;

    @Parameters(arity = "0..1", paramLabel = "FILE", defaultValue = "-")
    private String file;

    @Option(names = "--rate", paramLabel = "N")
    private @Nullable Integer rate;

    @Option(names = "--progress")
    private boolean progress;

    @Option(names = "--timeout", paramLabel = "SECONDS", defaultValue = "30")
    private int timeoutSeconds;

    @Option(names = "--zone", paramLabel = "ZONE", defaultValue = "America/Sao_Paulo")
    private ZoneId zone;

    @Mixin
    private PipelineOptions pipeline;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        OptionalInt perSecond = perSecond();
        if (timeoutSeconds < 1) {
            throw new UserError("--timeout: " + timeoutSeconds + " is not a number of seconds from 1 on");
        }
        InputFile input = new InputFile(file);
        if (!input.isStandardInput()) {
            input.forEachLine(InputLine::parseUntimed);
        }
        KafkaAccess access = pipeline.connect();
        RecordLine lines = new RecordLine(access.registry(), zone);
        PrintWriter output = spec.commandLine().getOut();
        try (InputSender sender = new InputSender(access, perSecond)) {
            FutureTask<Boolean> sending = send(input, sender);
            boolean all = readAnswers(sender, sending, lines, output);
            output.flush();
            return conclude(sender, sending, all);
        }
    }

    /** Sends on a thread of its own, so that a user who types the lines sees each answer before the next line. */
    private static FutureTask<Boolean> send(InputFile input, InputSender sender) {
        FutureTask<Boolean> sending = new FutureTask<>(() -> {
            input.forEachLine(line -> sender.send(InputLine.parseUntimed(line)));
            return true;
        });
        Thread thread = new Thread(sending, "send-input");
        thread.setDaemon(true);
        thread.start();
        return sending;
    }

    /** Whether everything was answered before the timeout. */
    private boolean readAnswers(InputSender sender, FutureTask<Boolean> sending, RecordLine lines, PrintWriter output) {
        long lastAnswer = System.nanoTime();
        long lastReport = System.nanoTime();
        long answered = 0;
        while (!sending.isDone() || sender.open() > 0) {
            sender.read(record -> output.println(lines.of(record)));
            long now = System.nanoTime();
            if (sender.answered() > answered || sender.open() == 0) {
                answered = sender.answered();
                lastAnswer = now;
            }
            if (now - lastAnswer > Duration.ofSeconds(timeoutSeconds).toNanos() || sender.failure() != null) {
                return false;
            }
            if (progress && now - lastReport > Duration.ofSeconds(1).toNanos()) {
                lastReport = now;
                spec.commandLine().getErr().println(sender.progress());
            }
        }
        return true;
    }

    private int conclude(InputSender sender, FutureTask<Boolean> sending, boolean all) throws InterruptedException {
        PrintWriter errors = spec.commandLine().getErr();
        if (progress) {
            errors.println(sender.progress());
        }
        Exception failure = sender.failure();
        if (failure != null) {
            errors.println("Not everything could be published: " + failure.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        }
        if (!all) {
            errors.println(sender.describeOpen(timeoutSeconds, MOST_NAMED));
            return CommandLine.ExitCode.SOFTWARE;
        }
        try {
            sending.get();
        } catch (ExecutionException mistake) {
            throw mistake.getCause() instanceof RuntimeException wrong ? wrong : new IllegalStateException(mistake);
        }
        return CommandLine.ExitCode.OK;
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
