package dev.licenseflow.benchmarks;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code bench throughput}: how fast a backlog is processed, beside the least that such an application has to do. */
@Command(
        name = "throughput",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Drains a backlog of mixed requests with the real processor and with a baseline, by turns.",
            "The baseline does one store read and write and writes three records per request, with the same settings."
        })
final class ThroughputCommand implements Callable<Integer> {

    private static final int REQUESTS_PER_CUSTOMER = 10;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(
            names = "--requests",
            paramLabel = "N",
            description = "Requests that count, at the end of the backlog. Default: ${DEFAULT-VALUE}.")
    private int requests = 200_000;

    @Option(
            names = "--warm-up",
            paramLabel = "N",
            description = "Requests before them, while the JVM compiles. Default: as many.")
    private int warmUp = -1;

    @Option(names = "--customers", paramLabel = "N", description = "Customers. Default: a tenth of all requests.")
    private int customers;

    @Option(names = "--rounds", paramLabel = "N", description = "Rounds of both. Default: ${DEFAULT-VALUE}.")
    int rounds = 3;

    @Option(names = "--partitions", paramLabel = "N", description = "Of each topic. Default: ${DEFAULT-VALUE}.")
    int partitions = 8;

    @Option(names = "--threads", paramLabel = "N", description = "Stream threads. Default: ${DEFAULT-VALUE}.")
    int threads = 2;

    @Option(names = "--seed", paramLabel = "N", description = "Of the requests. Default: ${DEFAULT-VALUE}.")
    long seed = 1;

    @Option(
            names = "--profile",
            description = "Drain once more with a JFR recording and say where the time goes. Complete on Java 25.")
    boolean profile;

    @Override
    public Integer call() throws InterruptedException {
        check();
        PrintWriter out = spec.commandLine().getOut();
        try {
            ThroughputBenchmark.run(this, new ThroughputReport(out));
            return 0;
        } catch (IllegalStateException failure) {
            spec.commandLine().getErr().println("licenseflow: " + failure.getMessage());
            return 1;
        }
    }

    private void check() {
        require(
                requests >= 1_000 && customers() >= 1 && customers() <= backlog(),
                "At least 1000 requests are needed, and no more customers than requests");
        require(rounds >= 1 && partitions >= 1 && threads >= 1, "Rounds, partitions and threads have to be at least 1");
    }

    private void require(boolean valid, String message) {
        if (!valid) {
            throw new ParameterException(spec.commandLine(), message);
        }
    }

    int warmUp() {
        return warmUp < 0 ? requests : warmUp;
    }

    /** All requests, those that count last. */
    int backlog() {
        return Math.addExact(warmUp(), requests);
    }

    int customers() {
        return customers == 0 ? backlog() / REQUESTS_PER_CUSTOMER : customers;
    }
}
