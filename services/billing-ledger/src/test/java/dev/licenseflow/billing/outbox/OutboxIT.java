package dev.licenseflow.billing.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licenseflow.billing.Charges;
import dev.licenseflow.billing.LedgerFixture;
import dev.licenseflow.billing.settlement.LedgerSettlement;
import dev.licenseflow.domain.charge.Charge;
import dev.licenseflow.domain.request.Settlement;
import dev.licenseflow.domain.request.SettlementOutcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OutboxIT {

    private final LedgerFixture ledger = new LedgerFixture();
    private final Outbox outbox = new Outbox(ledger.database.client(), ledger.transactions, ledger.clock);
    private final Charge cloud = Charges.of("cliente-1", "cloud", 4_990);
    private final Charge movel = Charges.of("cliente-1", "link-movel", 1_990);
    private final Charge tef = Charges.of("cliente-2", "tef", 990);

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void whatIsRecordedIsToBePublishedInOrder() {
        ledger.deliver(cloud, movel, tef);
        LedgerSettlement first = ledger.settle(movel, cloud);
        LedgerSettlement second = ledger.settle(tef);

        assertThat(outbox.unpublished(10))
                .extracting(OutboxEntry::settlement)
                .containsExactly(
                        new Settlement(
                                first.settlementId(),
                                "cliente-1",
                                List.of(cloud.chargeId(), movel.chargeId()),
                                SettlementOutcome.PAID),
                        new Settlement(
                                second.settlementId(), "cliente-2", List.of(tef.chargeId()), SettlementOutcome.PAID));
        assertThat(outbox.unpublished(1)).hasSize(1);
        assertThat(outbox.backlog()).isEqualTo(2);
        assertThat(outbox.positions()).isEmpty();
    }

    @Test
    void whereAnEntryStandsIsNotedOnce() {
        ledger.deliver(cloud, tef);
        LedgerSettlement settlement = ledger.settle(cloud);
        ledger.settle(tef);
        long seq = outbox.unpublished(10).get(0).seq();
        outbox.markPublished(List.of(new PublishedEntry(seq, 1, 41)));
        outbox.markPublished(List.of(new PublishedEntry(seq, 0, 7)));

        assertThat(outbox.positions()).isEqualTo(Map.of(1, 42L));
        assertThat(outbox.backlog()).isEqualTo(1);
        assertThat(ledger.settlements
                        .find("cliente-1", settlement.settlementId())
                        .orElseThrow()
                        .publishedAt())
                .contains(LedgerFixture.NOW);
    }

    @Test
    void oneAtATimeHasTheRightToPublish() {
        Optional<RelayLease> first = RelayLease.tryAcquire(ledger.database.source());
        assertThat(first).isPresent();
        assertThat(RelayLease.tryAcquire(ledger.database.source())).isEmpty();
        first.get().close();
        Optional<RelayLease> next = RelayLease.tryAcquire(ledger.database.source());
        assertThat(next).isPresent();
        assertThat(next.get().isHeld()).isTrue();
        next.get().close();
    }
}
