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
    private int rounds = 3;

    @Option(names = "--partitions", paramLabel = "N", description = "Of each topic. Default: ${DEFAULT-VALUE}.")
    private int partitions = 8;

    @Option(names = "--threads", paramLabel = "N", description = "Stream threads. Default: ${DEFAULT-VALUE}.")
    private int threads = 2;

    @Option(names = "--seed", paramLabel = "N", description = "Of the requests. Default: ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Option(
            names = "--profile",
            description = "Drain once more with a JFR recording and say where the time goes. Complete on Java 25.")
    private boolean profile;

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        try {
            ThroughputBenchmark.run(plan(), new ThroughputReport(out));
            return 0;
        } catch (IllegalStateException failure) {
            spec.commandLine().getErr().println("licenseflow: " + failure.getMessage());
            return 1;
        }
    }

    private ThroughputBenchmark.Plan plan() {
        int before = warmUp < 0 ? requests : warmUp;
        long all = (long) requests + before;
        long shared = customers == 0 ? all / REQUESTS_PER_CUSTOMER : customers;
        require(
                requests >= 1_000 && shared >= 1 && shared <= all,
                "At least 1000 requests are needed, and no more customers than requests");
        require(all <= Integer.MAX_VALUE, "Requests and warm-up are too many together");
        require(rounds >= 1 && partitions >= 1 && threads >= 1, "Rounds, partitions and threads have to be at least 1");
        return new ThroughputBenchmark.Plan(before, requests, (int) shared, rounds, partitions, threads, seed, profile);
    }

    private void require(boolean valid, String message) {
        if (!valid) {
            throw new ParameterException(spec.commandLine(), message);
        }
    }
}
