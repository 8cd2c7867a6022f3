package dev.licenseflow.billing.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.licenseflow.billing.Charges;
import dev.licenseflow.billing.LedgerFixture;
import dev.licenseflow.database.Outbox;
import dev.licenseflow.domain.charge.Charge;
import dev.licenseflow.domain.request.Settlement;
import dev.licenseflow.domain.request.SettlementFacts;
import dev.licenseflow.domain.request.SettlementOutcome;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SettlementOutboxIT {

    private final LedgerFixture ledger = new LedgerFixture();
    private final Outbox<Settlement> outbox = SettlementRepository.outbox(ledger.database.client(), ledger.clock);
    private final Charge cloud = Charges.of("cliente-1", "cloud", 4_990);
    private final Charge movel = Charges.of("cliente-1", "link-movel", 1_990);
    private final Charge tef = Charges.of("cliente-2", "tef", 990);
    private final Charge pdv = Charges.of("cliente-1", "pdv", 990);

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void aSettlementIsToBePublishedWithItsCharges() {
        ledger.deliver(cloud, movel, tef, pdv);
        LedgerSettlement first = ledger.settle(movel, cloud);
        LedgerSettlement second = ledger.settle(tef);
        LedgerSettlement third = ledger.settle(pdv);

        assertThat(outbox.next(10))
                .extracting(Outbox.Entry::key, Outbox.Entry::value)
                .containsExactly(
                        tuple(
                                "cliente-1",
                                new Settlement(
                                        first.settlementId(),
                                        "cliente-1",
                                        List.of(cloud.chargeId(), movel.chargeId()),
                                        SettlementOutcome.PAID)),
                        tuple(
                                "cliente-2",
                                new Settlement(
                                        second.settlementId(),
                                        "cliente-2",
                                        List.of(tef.chargeId()),
                                        SettlementOutcome.PAID)));
        assertThat(outbox.backlog()).isEqualTo(3);

        outbox.markPublished(outbox.next(1));

        assertThat(outbox.next(10))
                .extracting(entry -> entry.value().settlementId())
                .containsExactly(second.settlementId(), third.settlementId());
        assertThat(publishedAt(first)).contains(LedgerFixture.NOW);
        assertThat(publishedAt(second)).isEmpty();
    }

    @Test
    void whatASettlementTellsForTheRecordIsPublished() {
        ledger.deliver(cloud);
        SettlementFacts facts = new SettlementFacts(
                Optional.of(LedgerFixture.NOW),
                OptionalLong.of(4_990),
                Optional.of("pix"),
                Optional.of("E123"),
                Optional.of("pessoa-7"),
                Optional.of("acordo"));
        ledger.service.settle(
                SettlementOrder.paid("cliente-1", List.of(cloud.chargeId()), LocalDate.of(2026, 3, 10), facts));

        assertThat(outbox.next(1)).extracting(entry -> entry.value().facts()).containsExactly(facts);
    }

    private Optional<Instant> publishedAt(LedgerSettlement settlement) {
        return ledger.settlements
                .find(settlement.customerId(), settlement.settlementId())
                .orElseThrow()
                .publishedAt();
    }
}
