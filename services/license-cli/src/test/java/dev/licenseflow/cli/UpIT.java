package dev.licenseflow.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A pipeline of one's own, used and maltreated as a user would. */
class UpIT {

    private static final String REGISTRATION = """
            {"request":{"requestId":"r1","customerId":"c1","partnerId":"p1","channel":"CUSTOMERS","command":\
            {"type":"RegisterCustomer","system":"link","renewalMethod":"MANUAL","items":[{"product":"cloud","quantity":1}]}}}
            """;
    private static final String MORE = """
            {"request":{"requestId":"r2","customerId":"c1","partnerId":"p1","channel":"CUSTOMERS","acceptUpTo":100000,\
            "command":{"type":"ChangeLicenses","changes":[{"product":"link-garcom","operation":"ADD","quantity":2}]}}}
            {"key":"stranger","request":{"requestId":"r3","customerId":"c1","partnerId":"p1","channel":"CUSTOMERS",\
            "command":{"type":"Suspend"}}}
            {"settlement":{"settlementId":"s1","customerId":"c1","chargeIds":["c1:2020-01:p1:r0:cloud"],"outcome":"PAID"}}
            """;
    private static final String SETTLE_ALL = """
            {"customerId":"c1","allOpen":true,"outcome":"PAID"}
            """;

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir
    private Path folder;

    @Test
    void pipelineAndLedgerGoOnWhereTheyWereAfterAKill() throws Exception {
        String key;
        String password;
        try (CliProcess first = up()) {
            String report = first.awaitOutput("Try, in another terminal");
            assertThat(report).contains("To sign in to the portal", "ana@norte.example");
            key = Addresses.found(report, "\\(parceiro-norte\\), API key (\\S+)");
            password = Addresses.found(report, "ana@norte.example +password (\\S+)");
            Addresses addresses = Addresses.in(report);
            assertThat(addresses.health()).isEqualTo(200);
            assertThat(addresses.modeOfRequests()).isEqualTo("{\"mode\":\"READONLY\"}");
            assertDemonstration(addresses, key);
            CliProcess accounts = CliProcess.run(
                    folder, "accounts", "list", "--data", folder.resolve("data").toString());
            assertThat(accounts.output()).as("%s", accounts).contains("  person  ana@norte.example  Ana Lima");
            CliProcess sent = send(addresses, REGISTRATION);
            assertThat(sent.status()).as("%s", sent).isZero();
            assertThat(sent.output()).hasLineCount(1).contains("\"causeId\":\"r1\"", "\"revisionAfter\":1");
            await().atMost(PATIENCE).until(() -> addresses.charges("OPEN") == 2);
            first.kill();
        }
        try (CliProcess second = up()) {
            String report = second.awaitOutput("Try, in another terminal");
            assertThat(report).doesNotContain("To sign in to the portal");
            Addresses addresses = Addresses.in(report);
            assertDemonstration(addresses, key);
            CliProcess sent = send(addresses, MORE);
            assertThat(sent.status()).as("%s", sent).isZero();
            assertThat(sent.output())
                    .hasLineCount(3)
                    .contains("\"causeId\":\"r2\"", "\"revisionBefore\":1", "\"dlq-reason\":\"FOREIGN_KEY\"")
                    .contains("\"causeId\":\"s1\"", "CHARGE_NOT_OPEN");

            CliProcess read = CliProcess.run(
                    folder,
                    addresses.toOptions("tail", "decisions", "--from-beginning", "--key", "c1", "--limit", "3"));
            assertThat(read.status()).as("%s", read).isZero();
            assertThat(read.output().lines())
                    .satisfiesExactly(
                            line -> assertThat(line).contains("\"causeId\":\"r1\""),
                            line -> assertThat(line).contains("\"causeId\":\"r2\""),
                            line -> assertThat(line).contains("\"causeId\":\"s1\""));
            await().atMost(PATIENCE).until(() -> addresses.charges("OPEN") == 3);
            assertThat(addresses.settle(SETTLE_ALL)).isEqualTo(201);
            await().atMost(PATIENCE).until(() -> addresses.charges("SETTLED") == 3);
            await().atMost(PATIENCE).until(() -> addresses.licenses("c1").contains("\"openChargesCents\":0"));

            try (InputStream openPage = addresses.follow("ana@norte.example", password)) {
                assertStopsCleanly(second);
                assertThat(new String(openPage.readAllBytes(), UTF_8))
                        .as("ended by the portal")
                        .startsWith(":");
            }
        }
    }

    /** It waits for nothing, and each client is closed while the broker is there to hear of it. */
    private void assertStopsCleanly(CliProcess up) throws Exception {
        Path log = folder.resolve("data").resolve("logs").resolve("licenseflow.log");
        int before = (int) Files.size(log);
        up.terminate();
        assertThat(up.status()).isZero();
        assertThat(up.errors()).contains("Stopping …");
        byte[] written = Files.readAllBytes(log);
        assertThat(new String(written, before, written.length - before, UTF_8))
                .contains("Graceful shutdown complete")
                .doesNotContain(" ERROR ", "still running after timeout", "requests still active");
    }

    /** In each status there is a customer; for some of them months had to go by. */
    private static void assertDemonstration(Addresses addresses, String key) {
        Map.of("ACTIVE", 3, "EXPIRED", 2, "SUSPENDED", 2, "INACTIVE", 1, "PENDING", 1)
                .forEach((status, customers) -> await().atMost(PATIENCE)
                        .untilAsserted(() -> assertThat(addresses.portalCustomers(key, status))
                                .as(status)
                                .contains("\"total\":" + customers)));
    }

    private CliProcess up() throws IOException {
        return CliProcess.start(folder, UpOptions.in(folder));
    }

    private CliProcess send(Addresses addresses, String lines) throws Exception {
        Path file = Files.writeString(Files.createTempFile(folder, "in", ".jsonl"), lines);
        return CliProcess.run(folder, addresses.toOptions("send", file.toString()));
    }

    /** What a client finds in the output of {@code up}. */
    private record Addresses(String bootstrap, String registry, String healthUrl, String ledgerUrl, String portalUrl) {

        static Addresses in(String output) {
            return new Addresses(
                    found(output, "Kafka bootstrap servers +(\\S+)"),
                    found(output, "Schema registry +(\\S+)"),
                    found(output, "Health +(\\S+)"),
                    found(output, "Billing ledger +(\\S+)/openapi.yaml"),
                    found(output, "Partner portal +(\\S+)"));
        }

        String[] toOptions(String... command) {
            String[] options = java.util.Arrays.copyOf(command, command.length + 4);
            options[command.length] = "--bootstrap";
            options[command.length + 1] = bootstrap;
            options[command.length + 2] = "--registry";
            options[command.length + 3] = registry;
            return options;
        }

        int health() throws IOException, InterruptedException {
            return ask(HttpRequest.newBuilder(URI.create(healthUrl))).statusCode();
        }

        /** Whether clients may change the schema of requests. */
        String modeOfRequests() throws IOException, InterruptedException {
            return ask(HttpRequest.newBuilder(URI.create(registry + "/mode/licensing.requests-value")))
                    .body();
        }

        /** How many charges of the customer the ledger has in this state. */
        int charges(String status) throws IOException, InterruptedException {
            String found = ask(HttpRequest.newBuilder(
                            URI.create(ledgerUrl + "/api/billing/v1/charges?customerId=c1&status=" + status)))
                    .body();
            return found.split("\"chargeId\"", -1).length - 1;
        }

        String portalCustomers(String key, String status) throws IOException, InterruptedException {
            return ask(HttpRequest.newBuilder(URI.create(portalUrl + "/api/customers?status=" + status))
                            .header("Authorization", "Bearer " + key))
                    .body();
        }

        /** Signs in and stays on a page that changes by itself: what tells it so, which goes on until the portal ends it. */
        InputStream follow(String email, String password) throws IOException, InterruptedException {
            HttpClient browser =
                    HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
            URI signIn = URI.create(portalUrl + "/entrar");
            String token = found(
                    browser.send(HttpRequest.newBuilder(signIn).build(), HttpResponse.BodyHandlers.ofString())
                            .body(),
                    "name=\"_csrf\" value=\"([^\"]+)\"");
            String form = "username=%s&password=%s&_csrf=%s"
                    .formatted(
                            URLEncoder.encode(email, UTF_8),
                            URLEncoder.encode(password, UTF_8),
                            URLEncoder.encode(token, UTF_8));
            browser.send(
                    HttpRequest.newBuilder(signIn)
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString(form))
                            .build(),
                    HttpResponse.BodyHandlers.discarding());
            HttpResponse<InputStream> changes = browser.send(
                    HttpRequest.newBuilder(URI.create(portalUrl + "/mudancas"))
                            .header("Accept", "text/event-stream")
                            .build(),
                    HttpResponse.BodyHandlers.ofInputStream());
            assertThat(changes.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
            return changes.body();
        }

        String licenses(String customerId) throws IOException, InterruptedException {
            return ask(HttpRequest.newBuilder(URI.create(healthUrl).resolve("/customers/" + customerId)))
                    .body();
        }

        int settle(String order) throws IOException, InterruptedException {
            return ask(HttpRequest.newBuilder(URI.create(ledgerUrl + "/api/billing/v1/settlements"))
                            .header("Content-Type", "application/json")
                            .header("Idempotency-Key", "settle-1")
                            .POST(HttpRequest.BodyPublishers.ofString(order)))
                    .statusCode();
        }

        private static HttpResponse<String> ask(HttpRequest.Builder question) throws IOException, InterruptedException {
            return HttpClient.newHttpClient().send(question.build(), HttpResponse.BodyHandlers.ofString());
        }

        private static String found(String output, String pattern) {
            Matcher matcher = Pattern.compile(pattern).matcher(output);
            assertThat(matcher.find()).as(output).isTrue();
            return matcher.group(1);
        }
    }
}
