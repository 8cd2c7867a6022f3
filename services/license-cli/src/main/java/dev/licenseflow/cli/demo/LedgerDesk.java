package dev.licenseflow.cli.demo;

import dev.licenseflow.cli.client.LedgerClient;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** A billing ledger, asked over HTTP as a person at a billing department would through a screen. */
final class LedgerDesk implements BillingDesk {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long PAUSE_MILLIS = 100;
    private static final Books NOTHING_KNOWN = new Books(0, 0);
    private static final Settling UNKNOWN = new Settling("UNKNOWN", 0, 0, 0);

    private final LedgerClient ledger;

    LedgerDesk(LedgerClient ledger) {
        this.ledger = ledger;
    }

    @Override
    public Books books(String customerId, long openCents) throws InterruptedException {
        Books expected = new Books(openCents, openCents);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            Books books = ledger.balance(customerId).map(LedgerDesk::books).orElse(NOTHING_KNOWN);
            if (books.equals(expected) || System.nanoTime() - deadline > 0) {
                return books;
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    @Override
    public String settleAll(String customerId) throws InterruptedException {
        return ledger.settleAll(customerId);
    }

    @Override
    public Settling settling(String customerId, String settlementId) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            Optional<Settling> settling =
                    ledger.settlement(customerId, settlementId).map(LedgerDesk::settling);
            boolean decided = settling.isPresent() && !settling.get().status().equals("PENDING");
            if (decided || System.nanoTime() - deadline > 0) {
                return settling.orElse(UNKNOWN);
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    private static Books books(JsonNode balance) {
        return new Books(
                balance.path("ledgerOpenCents").asLong(),
                balance.path("licensesOpenCents").asLong(0));
    }

    private static Settling settling(JsonNode settlement) {
        int settled = 0;
        int left = 0;
        for (JsonNode line : settlement.path("lines")) {
            if (line.path("result").asString().equals("SETTLED")) {
                settled++;
            } else {
                left++;
            }
        }
        return new Settling(
                settlement.path("status").asString(),
                settled,
                left,
                settlement.path("amountCents").asLong());
    }
}
