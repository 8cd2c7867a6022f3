package dev.licenseflow.benchmarks;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code bench}: the measurements, each a command. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        subcommands = ThroughputCommand.class,
        description = "Measures the pipeline beside a baseline, in the same run: the ratios are what counts.")
public final class BenchCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which measurement? See --help");
    }
}
