package dev.licenseflow.cli.demo;

import dev.licenseflow.billing.settlement.LedgerSettlement.SettlementStatus;
import dev.licenseflow.cli.text.UserError;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The HTTP interface of a billing ledger, as far as commands need it. */
public final class LedgerClient implements BillingLedger {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String ROOT = "/api/billing/v1";
    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int NOT_FOUND = 404;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final JsonMapper json = new JsonMapper();
    private final String url;

    private LedgerClient(String url) {
        this.url = url;
    }

    /**
     * Asks once whether it is there.
     *
     * @param url such as {@code http://127.0.0.1:8082}
     * @throws UserError if no billing ledger answers there
     */
    public static LedgerClient connect(String url) throws InterruptedException {
        LedgerClient client = new LedgerClient(url.replaceAll("/+$", ""));
        if (client.get("/reconciliation?size=1")
                .filter(answer -> answer.path("items").isArray())
                .isEmpty()) {
            throw new UserError("What answers at " + url + " is no billing ledger (see --ledger)");
        }
        return client;
    }

    public String url() {
        return url;
    }

    @Override
    public Balance balance(String customerId) throws InterruptedException {
        JsonNode balance = get("/reconciliation/" + customerId).orElseGet(json::createObjectNode);
        return new Balance(
                balance.path("ledgerOpenCents").asLong(0),
                balance.path("licensesOpenCents").asLong(0));
    }

    @Override
    public SettlementProgress settlement(String customerId, String settlementId) throws InterruptedException {
        JsonNode settlement =
                get("/settlements/" + customerId + "/" + settlementId).orElseGet(json::createObjectNode);
        int settled = 0;
        for (JsonNode line : settlement.path("lines")) {
            settled += line.path("result").asString().equals("SETTLED") ? 1 : 0;
        }
        return new SettlementProgress(
                SettlementStatus.valueOf(settlement.path("status").asString("PENDING")),
                settled,
                settlement.path("lines").size() - settled,
                settlement.path("amountCents").asLong(0));
    }

    /** @throws UserError if the ledger refuses */
    @Override
    public String settleAll(String customerId) throws InterruptedException {
        String body = json.createObjectNode()
                .put("customerId", customerId)
                .put("allOpen", true)
                .put("outcome", "PAID")
                .toString();
        HttpResponse<String> answer = send(request("/settlements")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofString(body)));
        if (answer.statusCode() != CREATED) {
            throw new UserError(
                    "The ledger at " + url + " does not settle the charges of " + customerId + ": " + answer.body());
        }
        return read(answer).path("settlementId").asString();
    }

    private Optional<JsonNode> get(String path) throws InterruptedException {
        HttpResponse<String> answer = send(request(path).GET());
        if (answer.statusCode() == NOT_FOUND) {
            return Optional.empty();
        }
        if (answer.statusCode() != OK) {
            throw new UserError("The ledger at " + url + " answers with HTTP status " + answer.statusCode());
        }
        return Optional.of(read(answer));
    }

    private HttpRequest.Builder request(String path) {
        try {
            return HttpRequest.newBuilder(URI.create(url + ROOT + path)).timeout(PATIENCE);
        } catch (IllegalArgumentException wrong) {
            throw new UserError("--ledger: " + url + " is no address such as http://127.0.0.1:8082", wrong);
        }
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws InterruptedException {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException silent) {
            throw new UserError("No billing ledger answers at " + url + " (see --ledger)", silent);
        }
    }

    private JsonNode read(HttpResponse<String> answer) {
        try {
            return json.readTree(answer.body());
        } catch (JacksonException strange) {
            throw new UserError("What answers at " + url + " is no billing ledger (see --ledger)", strange);
        }
    }
}
