package dev.licenseflow.billing.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licenseflow.billing.Charges;
import dev.licenseflow.billing.LedgerFixture;
import dev.licenseflow.billing.alarm.Alarm;
import dev.licenseflow.billing.alarm.Alarm.AlarmKind;
import dev.licenseflow.billing.charge.LedgerCharge;
import dev.licenseflow.domain.charge.Charge;
import dev.licenseflow.domain.charge.ChargeLine;
import dev.licenseflow.domain.decision.MonthTotals;
import dev.licenseflow.messaging.mapping.ClosedPartition;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LedgerInboxIT {

    private final LedgerFixture ledger = new LedgerFixture();
    private final Charge cloud = Charges.of("cliente-1", "cloud", 4_990);
    private final Charge movel = Charges.of("cliente-1", "link-movel", 1_990);

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void aChargeIsEnteredAsItIsAndOpen() {
        ledger.deliver(cloud);

        LedgerCharge entered = ledger.charges.find(cloud.chargeId()).orElseThrow();
        assertThat(entered.charge()).isEqualTo(cloud);
        assertThat(entered.status().name()).isEqualTo("OPEN");
        assertThat(entered.settling()).isEmpty();
    }

    @Test
    void aChargeDeliveredAgainChangesNothingAndRaisesNoAlarm() {
        ledger.deliver(cloud, movel, cloud);
        ledger.settle(cloud);
        ledger.deliver(cloud, movel);

        assertThat(ledger.database.number("select count(*) from charges")).isEqualTo(2);
        assertThat(ledger.status(cloud)).isEqualTo("SETTLING");
        assertThat(alarms()).isEmpty();
    }

    @Test
    void aChargeDeliveredAgainWithOtherContentIsAnAlarmAndNoUpdate() {
        Charge dearer = withAmount(cloud, 5_000);
        ledger.deliver(cloud);
        ledger.deliver(dearer);
        ledger.deliver(dearer);

        assertThat(ledger.charges.find(cloud.chargeId()).orElseThrow().charge()).isEqualTo(cloud);
        assertThat(alarms()).singleElement().satisfies(alarm -> {
            assertThat(alarm.kind()).isEqualTo(AlarmKind.CHARGE_CONTRADICTED);
            assertThat(alarm.subject()).isEqualTo(cloud.chargeId());
            assertThat(alarm.detail()).contains("4990", "5000");
        });
    }

    @Test
    void aRecordThatCannotBeDecodedIsKeptWithItsBytesAndTheNextOneIsEntered() {
        byte[] garbage = "no avro".getBytes(StandardCharsets.UTF_8);
        List<ConsumerRecord<byte[], byte[]>> polled = List.of(
                ledger.record("licensing.charges", "cliente-1", garbage),
                ledger.record(ledger.topics.charges(), "cliente-1", cloud));
        ledger.inbox.enter(polled);
        ledger.inbox.enter(polled);

        assertThat(ledger.status(cloud)).isEqualTo("OPEN");
        assertThat(alarms()).extracting(Alarm::kind).containsExactly(AlarmKind.RECORD_UNREADABLE);
        assertThat(ledger.database
                        .client()
                        .sql("select record_value from unreadable_records")
                        .query(byte[].class)
                        .list())
                .containsExactly(garbage);
    }

    @Test
    void aRecordUnderAnotherKeyOrWithoutAValueIsKeptAsUnreadable() {
        ledger.inbox.enter(List.of(
                ledger.record(ledger.topics.charges(), "cliente-2", cloud),
                new ConsumerRecord<>("licensing.charges", 1, 0, "cliente-1".getBytes(StandardCharsets.UTF_8), null)));

        assertThat(ledger.database.number("select count(*) from charges")).isZero();
        assertThat(ledger.database.number("select count(*) from unreadable_records"))
                .isEqualTo(2);
    }

    @Test
    void aChargeThatTheDatabaseRefusesIsKeptAndItsNeighboursAreEntered() {
        ledger.deliver(movel, withAmount(cloud, 0), Charges.of("cliente-2", "cloud", 1));

        assertThat(ledger.database.number("select count(*) from charges")).isEqualTo(2);
        assertThat(ledger.database.text("select reason from unreadable_records"))
                .startsWith("Refused by the database")
                .contains("charges_amount_cents_check");
        assertThat(alarms()).hasSize(1);
    }

    @Test
    void aChargeWithACharacterOrALengthThatNoDatabaseTakesIsKeptAsUnreadable() {
        Charge nul = Charges.of("a\0b", "cloud", 1);
        Charge endless = Charges.of("x".repeat(3_000), "cloud", 1);
        ledger.deliver(nul, cloud, endless);

        assertThat(ledger.database.number("select count(*) from charges")).isEqualTo(1);
        assertThat(ledger.database.number("select count(*) from unreadable_records"))
                .isEqualTo(2);
    }

    @Test
    void aMonthCloseIsEnteredOnceAndAnotherContentIsAnAlarm() {
        ClosedPartition close = new ClosedPartition(Charges.MARCH, 3, 6, new MonthTotals(9, 1, 2, 3, 4, 5, 600), "BRL");
        ClosedPartition other = new ClosedPartition(Charges.MARCH, 3, 6, new MonthTotals(9, 1, 2, 3, 4, 5, 601), "BRL");
        for (ClosedPartition delivered : List.of(close, close, other)) {
            ledger.inbox.enter(List.of(ledger.record(ledger.topics.monthCloses(), "3", delivered)));
        }

        assertThat(ledger.database.number("select charges_cents from month_closes"))
                .isEqualTo(600);
        assertThat(alarms()).extracting(Alarm::kind).containsExactly(AlarmKind.MONTH_CLOSE_CONTRADICTED);
    }

    private List<Alarm> alarms() {
        return ledger.alarms.after(0, 100);
    }

    private static Charge withAmount(Charge charge, long amountCents) {
        ChargeLine line = charge.line();
        return new Charge(
                charge.chargeId(),
                charge.kind(),
                charge.customerId(),
                charge.partnerId(),
                new ChargeLine(
                        line.product(),
                        line.quantity(),
                        Math.max(line.unitPriceCents(), amountCents),
                        line.daysCharged(),
                        line.daysInMonth(),
                        amountCents),
                charge.currency(),
                charge.month(),
                charge.causeId(),
                charge.catalogVersion(),
                charge.quoteId(),
                charge.corrects());
    }
}
