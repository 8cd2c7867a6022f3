package dev.licenseflow.billing.inbox;

import dev.licenseflow.billing.alarm.Alarm.AlarmKind;
import dev.licenseflow.billing.alarm.AlarmRepository;
import dev.licenseflow.billing.charge.ChargeEntry;
import dev.licenseflow.billing.reconciliation.Reconciliation;
import dev.licenseflow.billing.settlement.SettlementDecisions;
import dev.licenseflow.billing.statement.MonthCloseRepository;
import dev.licenseflow.database.Inbox;
import dev.licenseflow.database.Transactions;
import dev.licenseflow.database.UnreadableRecords;
import dev.licenseflow.domain.charge.Charge;
import dev.licenseflow.domain.decision.Decision;
import dev.licenseflow.domain.license.PublishedLicenses;
import dev.licenseflow.messaging.mapping.ClosedPartition;
import dev.licenseflow.messaging.topic.LicensingTopics;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Writes charges, decisions on settlements, month closes and license balances. The first content of an id is kept; the same content
 * again changes nothing, and other content raises an alarm. So does a record that cannot be read.
 */
public record LedgerInbox(
        ChargeEntry charges,
        SettlementDecisions decisions,
        MonthCloseRepository closes,
        Reconciliation reconciliation,
        AlarmRepository alarms) {

    /** The inbox of all topics that the ledger reads. */
    public Inbox<Void> of(LicensingTopics topics, JdbcClient database, Transactions transactions, Clock clock) {
        UnreadableRecords unreadable = new UnreadableRecords(
                database, clock, (place, reason) -> alarms.raise(AlarmKind.RECORD_UNREADABLE, place, reason));
        return new Inbox<Void>(transactions, unreadable, unused -> {})
                .read(topics.charges(), Charge::customerId, writes(this::enter))
                .read(topics.decisions(), Decision::customerId, writes(decisions::enter))
                .read(topics.monthCloses(), close -> Integer.toString(close.partition()), writes(this::enter))
                .read(topics.licenses(), PublishedLicenses::customerId, writes(reconciliation::enter));
    }

    private void enter(Charge charge) {
        if (charges.enter(charge)) {
            decisions.catchUp(charge);
        }
    }

    private void enter(ClosedPartition close) {
        if (closes.enter(close)) {
            return;
        }
        ClosedPartition standing = closes.find(close.month(), close.partition()).orElseThrow();
        if (!standing.equals(close)) {
            alarms.raise(
                    AlarmKind.MONTH_CLOSE_CONTRADICTED,
                    close.month() + " partition " + close.partition(),
                    "stands as " + standing.totals() + "; came as " + close.totals());
        }
    }

    private static <V> Inbox.Projection<V, Void> writes(Consumer<V> write) {
        return (V value, ConsumerRecord<byte[], byte[]> record) -> {
            write.accept(value);
            return Optional.empty();
        };
    }
}
