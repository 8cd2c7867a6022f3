package dev.licenseflow.standalone.broker;

import dev.licenseflow.standalone.startup.LogFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A broker in a process of its own, so that a test can kill it the way a power switch does. */
final class BrokerProcess implements AutoCloseable {

    private final Process process;
    private final String bootstrapServers;

    private BrokerProcess(Process process, String bootstrapServers) {
        this.process = process;
        this.bootstrapServers = bootstrapServers;
    }

    static BrokerProcess start(Path dataFolder) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        dataFolder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String bootstrapServers = output.readLine();
        if (bootstrapServers == null) {
            throw new IllegalStateException("the broker process ended before it was ready");
        }
        return new BrokerProcess(process, bootstrapServers);
    }

    /** The first line of the process's output: anything else there would be noise on the user's terminal. */
    String bootstrapServers() {
        return bootstrapServers;
    }

    long pid() {
        return process.pid();
    }

    void kill() {
        process.destroyForcibly().onExit().orTimeout(30, TimeUnit.SECONDS).join();
    }

    @Override
    public void close() {
        kill();
    }

    static final class Main {

        private Main() {}

        public static void main(String[] args) throws IOException {
            Path folder = Path.of(args[0]);
            LogFile.open(folder.resolveSibling("broker.log"));
            EmbeddedBroker broker = EmbeddedBroker.start(folder, BrokerSettings.onFreePorts());
            System.out.println(broker.bootstrapServers());
            int end = System.in.read(); // until the test goes away
            broker.close();
            System.exit(end < 0 ? 0 : 1);
        }
    }
}
