package dev.licenseflow.cli;

import dev.licenseflow.cli.text.UserError;
import dev.licenseflow.standalone.broker.FatalFaults;
import dev.licenseflow.standalone.pipeline.ServerPorts;
import dev.licenseflow.standalone.pipeline.Standalone;
import dev.licenseflow.standalone.pipeline.StandaloneSettings;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code licenseflow up}: the whole pipeline in this process, until Ctrl-C. */
@Command(name = "up", mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class UpCommand implements Callable<Integer> {

    private static final Duration LOOK_INTERVAL = Duration.ofSeconds(1);

    @Option(names = "--data", paramLabel = "DIR", defaultValue = "./data")
    private Path data;

    @Option(names = "--host", paramLabel = "HOST", defaultValue = "127.0.0.1")
    private String host;

    @Option(names = "--advertised-host", paramLabel = "HOST")
    private Optional<String> advertisedHost = Optional.empty();

    @Option(names = "--kafka-port", paramLabel = "PORT", defaultValue = "9092")
    private int kafkaPort;

    @Option(names = "--registry-port", paramLabel = "PORT", defaultValue = "8081")
    private int registryPort;

    @Option(names = "--http-port", paramLabel = "PORT", defaultValue = "8080")
    private int httpPort;

    @Option(names = "--ledger-port", paramLabel = "PORT", defaultValue = "8082")
    private int ledgerPort;

    @Option(names = "--portal-port", paramLabel = "PORT", defaultValue = "8083")
    private int portalPort;

    @Option(names = "--pipeline-only")
    private boolean pipelineOnly;

    @Option(names = "--partitions", paramLabel = "N")
    private Optional<Integer> partitions = Optional.empty();

    @Option(names = "--zone", paramLabel = "ZONE")
    private Optional<ZoneId> zone = Optional.empty();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        long begun = System.nanoTime();
        StandaloneSettings settings = settings();
        PrintWriter errors = spec.commandLine().getErr();
        StopSignal stop = StopSignal.install();
        FatalFaults.tell(errors::println);
        try (Standalone.Running running = Standalone.start(settings, step -> {
            if (stop.isAsked()) {
                throw new CancellationException("Stopped while starting");
            }
            errors.println(step.description() + " …");
        })) {
            PrintWriter output = spec.commandLine().getOut();
            output.println(new UpReport(running.addresses(), Duration.ofNanos(System.nanoTime() - begun)).text());
            output.flush();
            int status = watch(running, stop);
            errors.println("Stopping …");
            return status;
        } catch (CancellationException cancelled) {
            return CommandLine.ExitCode.OK;
        } finally {
            stop.done();
        }
    }

    private int watch(Standalone.Running running, StopSignal stop) throws InterruptedException {
        while (!stop.await(LOOK_INTERVAL)) {
            Optional<String> failure = running.failure();
            if (failure.isPresent()) {
                spec.commandLine()
                        .getErr()
                        .println(failure.get() + "; see " + running.addresses().log());
                return CommandLine.ExitCode.SOFTWARE;
            }
        }
        return CommandLine.ExitCode.OK;
    }

    private StandaloneSettings settings() {
        if (partitions.filter(count -> count < 1 || count > 1_000).isPresent()) {
            throw new UserError("--partitions: " + partitions.get() + " is not between 1 and 1000");
        }
        String advertised = advertisedHost.orElseGet(this::reachableName);
        ServerPorts ports = pipelineOnly
                ? new ServerPorts(kafkaPort, registryPort, httpPort, 0, 0)
                : new ServerPorts(kafkaPort, registryPort, httpPort, ledgerPort, portalPort);
        return new StandaloneSettings(data, host, advertised, ports, !pipelineOnly, partitions, zone);
    }

    /** Nobody can connect to the address that stands for all addresses. */
    private String reachableName() {
        try {
            return InetAddress.getByName(host).isAnyLocalAddress()
                    ? InetAddress.getLocalHost().getHostName()
                    : host;
        } catch (UnknownHostException unknown) {
            throw new UserError("--host: " + host + " is not known", unknown);
        }
    }
}
