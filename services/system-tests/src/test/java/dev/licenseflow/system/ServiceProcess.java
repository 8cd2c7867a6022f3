package dev.licenseflow.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** A service as it is deployed: its executable jar in a process and a folder of its own, spoken to by signals and HTTP. */
final class ServiceProcess implements AutoCloseable {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();

    private final Process process;
    private final Path log;
    private final int port;

    private ServiceProcess(Process process, Path log, int port) {
        this.process = process;
        this.log = log;
        this.port = port;
    }

    /** Starts one of the project's services and does not wait for it. */
    static ServiceProcess start(String service, Path folder, int port, Map<String, String> environment) {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx384m",
                "-jar",
                executableJar(service).toString());
        Map<String, String> variables = new HashMap<>(environment);
        variables.put("SERVER_PORT", Integer.toString(port));
        return start(folder, port, command, variables);
    }

    /** Starts anything that answers on a port; what it says is kept in its folder, through restarts too. */
    static ServiceProcess start(Path folder, int port, List<String> command, Map<String, String> environment) {
        Path log = folder.resolve("service.log");
        try {
            Files.createDirectories(folder);
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().putAll(environment);
            return new ServiceProcess(builder.start(), log, port);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The build makes it before the tests of this module: the service is among its dependencies. */
    private static Path executableJar(String service) {
        try (Stream<Path> files = Files.list(Path.of("..", service, "target"))) {
            return files.filter(file -> file.toString().endsWith("-exec.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("No executable jar of " + service))
                    .toAbsolutePath()
                    .normalize();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    String log() throws IOException {
        return Files.readString(log);
    }

    void awaitReady() {
        awaitAnswer("/actuator/health/readiness");
    }

    /** Waits until the path is answered with 200. */
    void awaitAnswer(String path) {
        Awaitility.await().atMost(Pipeline.PATIENCE).until(() -> {
            if (!process.isAlive()) {
                throw new IllegalStateException("It ended with " + process.exitValue() + ": " + log());
            }
            try {
                return get(path).statusCode() == 200;
            } catch (IOException notYet) {
                return false;
            }
        });
    }

    HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(url() + path)), headers);
    }

    HttpResponse<String> post(String path, String json, String... headers) throws IOException, InterruptedException {
        return send(json(path).POST(HttpRequest.BodyPublishers.ofString(json)), headers);
    }

    HttpResponse<String> put(String path, String json, String... headers) throws IOException, InterruptedException {
        return send(json(path).PUT(HttpRequest.BodyPublishers.ofString(json)), headers);
    }

    private HttpRequest.Builder json(String path) {
        return HttpRequest.newBuilder(URI.create(url() + path)).header("Content-Type", "application/json");
    }

    private static HttpResponse<String> send(HttpRequest.Builder request, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder complete = headers.length == 0 ? request : request.headers(headers);
        return HTTP.send(complete.timeout(Duration.ofSeconds(60)).build(), HttpResponse.BodyHandlers.ofString());
    }

    /** SIGTERM, as an orchestrator sends it; does not wait. */
    void terminate() {
        process.destroy();
    }

    /** The exit status after a signal, with which the service has to end within the time that orchestrators give it. */
    int exitStatus(Duration within) throws InterruptedException {
        if (!process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new AssertionError("It still runs " + within.toSeconds() + " s after the signal");
        }
        return process.exitValue();
    }

    /** Like {@code kill -9}. */
    void kill() {
        process.destroyForcibly().onExit().orTimeout(30, TimeUnit.SECONDS).join();
    }

    @Override
    public void close() {
        kill();
    }
}
