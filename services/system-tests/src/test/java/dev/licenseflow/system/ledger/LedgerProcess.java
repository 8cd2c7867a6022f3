package dev.licenseflow.system.ledger;

import dev.licenseflow.billing.spring.LedgerApplication;
import dev.licenseflow.postgres.ChildJvm;
import dev.licenseflow.standalone.broker.BrokerSettings;
import dev.licenseflow.standalone.startup.Ports;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A ledger in a process of its own, to be killed. */
final class LedgerProcess implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final ChildJvm process;
    private final int port;

    private LedgerProcess(ChildJvm process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts it and does not wait for it. */
    static LedgerProcess start(List<String> arguments) {
        int port = Ports.free(BrokerSettings.LOOPBACK);
        List<String> all = new ArrayList<>(arguments);
        all.add("--server.port=" + port);
        return new LedgerProcess(ChildJvm.start(LedgerApplication.class, all.toArray(String[]::new)), port);
    }

    /** What it says of a part of its health, such as "readiness": the HTTP status and the details; nothing before it listens. */
    String health(String group) throws InterruptedException {
        HttpRequest question = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/actuator/health/" + group))
                .timeout(Duration.ofSeconds(30))
                .build();
        try {
            HttpResponse<String> answer = HTTP.send(question, HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() + " " + answer.body();
        } catch (IOException notYet) {
            return "";
        }
    }

    boolean isReady() throws InterruptedException {
        return health("readiness").startsWith("200 ");
    }

    boolean isAlive() {
        return process.isAlive();
    }

    void kill() {
        process.kill();
    }

    @Override
    public void close() {
        kill();
    }
}
