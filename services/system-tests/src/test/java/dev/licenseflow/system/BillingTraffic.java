package dev.licenseflow.system;

import dev.licenseflow.domain.simulation.Input;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import tools.jackson.databind.json.JsonMapper;

/**
 * Partners that send requests, and a billing department that settles what is open, both at once and whatever breaks: who
 * gets no answer asks again under the same key.
 */
final class BillingTraffic implements Runnable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int REQUESTS_PER_STEP = 5;

    /** The pace of those who ask; nothing waits for it. */
    private static final long PAUSE_MILLIS = 50;

    private final Pipeline pipeline;
    private final Traffic traffic;
    private final SplittableRandom random;
    private final List<Supplier<ServiceProcess>> ledgers;
    private final List<String> settlementIds = new ArrayList<>();
    private final List<String> customers = new ArrayList<>();
    private final AtomicInteger sent = new AtomicInteger();
    private volatile int settled;
    private volatile boolean finishing;

    BillingTraffic(Pipeline pipeline, Traffic traffic, long seed, List<Supplier<ServiceProcess>> ledgers) {
        this.pipeline = pipeline;
        this.traffic = traffic;
        this.random = new SplittableRandom(seed);
        this.ledgers = ledgers;
    }

    @Override
    public void run() {
        try {
            for (int step = 0; !finishing; step++) {
                send();
                settle(customers.get(random.nextInt(customers.size())), "key-" + step);
                Thread.sleep(PAUSE_MILLIS);
            }
            pipeline.flush();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** What was begun is done to its end, and no more. */
    void finish() {
        finishing = true;
    }

    int sent() {
        return sent.get();
    }

    int settled() {
        return settled;
    }

    /** The ids with which the ledger answered; read once this has finished. */
    List<String> settlementIds() {
        return settlementIds;
    }

    /** Settlements come from the ledger only. */
    private void send() {
        for (Input input : traffic.take(REQUESTS_PER_STEP)) {
            if (input instanceof Input.Asked asked) {
                pipeline.note(pipeline.send(input, null));
                customers.add(asked.request().customerId());
                sent.incrementAndGet();
            }
        }
    }

    /** Asks until it is settled, or nothing of the customer is open. A ledger was killed, or does not listen yet. */
    private void settle(String customer, String key) {
        HttpResponse<String> answer = Awaitility.await("an answer of a ledger")
                .atMost(Pipeline.PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInSameThread()
                .ignoreExceptionsInstanceOf(IOException.class)
                .until(() -> ask(customer, key), asked -> asked.statusCode() == 201 || asked.statusCode() == 409);
        if (answer.statusCode() == 201) {
            settlementIds.add(JSON.readTree(answer.body()).at("/settlementId").stringValue());
            settled = settlementIds.size();
        }
    }

    private HttpResponse<String> ask(String customer, String key) throws IOException, InterruptedException {
        ServiceProcess ledger = ledgers.get(random.nextInt(ledgers.size())).get();
        return ledger.post(
                "/api/billing/v1/settlements",
                "{\"customerId\":\"" + customer + "\",\"allOpen\":true}",
                "Idempotency-Key",
                key);
    }
}
