package dev.licenseflow.billing;

import dev.licenseflow.billing.alarm.AlarmRepository;
import dev.licenseflow.billing.bank.BankReturnRepository;
import dev.licenseflow.billing.bank.BankReturnService;
import dev.licenseflow.billing.charge.ChargeEntry;
import dev.licenseflow.billing.charge.ChargeRepository;
import dev.licenseflow.billing.inbox.LedgerInbox;
import dev.licenseflow.billing.invoice.InvoiceRepository;
import dev.licenseflow.billing.invoice.InvoiceService;
import dev.licenseflow.billing.reconciliation.Reconciliation;
import dev.licenseflow.billing.settlement.LedgerSettlement;
import dev.licenseflow.billing.settlement.SettlementDecisions;
import dev.licenseflow.billing.settlement.SettlementOrder;
import dev.licenseflow.billing.settlement.SettlementRepository;
import dev.licenseflow.billing.settlement.SettlementResult;
import dev.licenseflow.billing.settlement.SettlementService;
import dev.licenseflow.billing.statement.MonthCloseRepository;
import dev.licenseflow.database.Inbox;
import dev.licenseflow.database.Transactions;
import dev.licenseflow.domain.charge.Charge;
import dev.licenseflow.domain.charge.ChargeLine;
import dev.licenseflow.domain.decision.Cause;
import dev.licenseflow.domain.decision.Decision;
import dev.licenseflow.domain.decision.Effect;
import dev.licenseflow.domain.decision.Outcome;
import dev.licenseflow.domain.decision.Reason;
import dev.licenseflow.domain.decision.Requester;
import dev.licenseflow.domain.month.BusinessCalendar;
import dev.licenseflow.domain.reason.CustomerReasons;
import dev.licenseflow.domain.request.SettlementFacts;
import dev.licenseflow.domain.request.SettlementOutcome;
import dev.licenseflow.messaging.topic.LicensingTopics;
import dev.licenseflow.messaging.topic.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The ledger without a broker and without Spring, at noon on 10 March 2026. */
public final class LedgerFixture implements AutoCloseable {

    public static final Instant NOW = Instant.parse("2026-03-10T15:00:00Z");

    public final TestDatabase database = TestDatabase.create();
    public final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    public final LicensingTopics topics = LicensingTopics.of(Map.of("schema.registry.url", "mock://ledger"));
    public final Transactions transactions = new Transactions(database.source());
    public final AlarmRepository alarms = new AlarmRepository(database.client(), clock);
    public final ChargeRepository charges = new ChargeRepository(database.client());
    public final SettlementRepository settlements = new SettlementRepository(database.client(), clock);
    public final SettlementService service = new SettlementService(transactions, charges, settlements);
    public final InvoiceRepository invoices = new InvoiceRepository(database.client(), charges);
    public final InvoiceService invoicing =
            new InvoiceService(transactions, invoices, service, BusinessCalendar.SAO_PAULO, clock);
    public final BankReturnService bank = new BankReturnService(
            transactions,
            charges,
            service,
            invoicing,
            alarms,
            new BankReturnRepository(database.client()),
            BusinessCalendar.SAO_PAULO,
            clock);
    public final Inbox<Void> inbox = new LedgerInbox(
                    new ChargeEntry(charges, alarms),
                    new SettlementDecisions(database.client(), settlements, charges, alarms),
                    new MonthCloseRepository(database.client()),
                    new Reconciliation(database.client()),
                    alarms)
            .of(topics, database.client(), transactions, clock);

    private final AtomicLong offset = new AtomicLong();

    /** Delivers charges as the topic would. */
    public void deliver(Charge... delivered) {
        inbox.enter(List.of(delivered).stream()
                .map(charge -> record(topics.charges(), charge.customerId(), charge))
                .toList());
    }

    public void deliver(Decision decision) {
        inbox.enter(List.of(record(topics.decisions(), decision.customerId(), decision)));
    }

    /** A record at the next offset of partition 0. */
    public <V> ConsumerRecord<byte[], byte[]> record(Topic<String, V> topic, String key, V value) {
        return record(topic.name(), key, topic.values().serializer().serialize(topic.name(), value));
    }

    public ConsumerRecord<byte[], byte[]> record(String topic, String key, byte[] value) {
        return new ConsumerRecord<>(topic, 0, offset.getAndIncrement(), key.getBytes(StandardCharsets.UTF_8), value);
    }

    /** Settles charges of a customer, which has to be possible. */
    public LedgerSettlement settle(Charge... settled) {
        return ((SettlementResult.Recorded) service.settle(order(settled))).settlement();
    }

    /** The processor's answer: these charges were open, those were not. */
    public static Decision decision(
            String customerId, String settlementId, List<Charge> settled, List<Charge> notOpen, Instant at) {
        List<Effect> effects = settled.stream()
                .<Effect>map(charge -> new Effect.ChargeSettled(
                        charge.chargeId(),
                        charge.line().product(),
                        charge.month(),
                        charge.line().amountCents(),
                        SettlementOutcome.PAID))
                .toList();
        List<Reason> reasons = notOpen.stream()
                .map(charge -> CustomerReasons.chargeNotOpen(charge.chargeId()))
                .toList();
        Outcome outcome = settled.isEmpty() ? Outcome.REJECTED : Outcome.APPLIED;
        return new Decision(
                "settlement-0-" + settlementId,
                Cause.SETTLEMENT,
                settlementId,
                customerId,
                Requester.none(Charges.PARTNER),
                outcome,
                false,
                reasons,
                effects,
                1,
                1,
                settled.isEmpty() ? 1 : 2,
                at);
    }

    /** The processor's answer to a payment of one charge on which this much was owed. */
    public static Decision decision(String settlementId, Charge charge, long amountCents) {
        return decision(
                Cause.SETTLEMENT, "settlement-0-" + settlementId, settlementId, false, settled(charge, amountCents));
    }

    /** The processor's answer to the back office, which lowers a charge to nothing. */
    public static Decision lowered(Charge charge, Charge credit, String decisionId, boolean duplicate) {
        ChargeLine line = charge.line();
        return decision(
                Cause.REQUEST,
                decisionId,
                credit.causeId(),
                duplicate,
                new Effect.ChargeLowered(
                        charge.chargeId(), credit.chargeId(), line.product(), charge.month(), line.amountCents(), 0),
                new Effect.ChargeSettled(
                        charge.chargeId(), line.product(), charge.month(), 0, SettlementOutcome.WAIVED));
    }

    private static Effect settled(Charge charge, long amountCents) {
        return new Effect.ChargeSettled(
                charge.chargeId(), charge.line().product(), charge.month(), amountCents, SettlementOutcome.PAID);
    }

    private static Decision decision(
            Cause cause, String decisionId, String causeId, boolean duplicate, Effect... effects) {
        return new Decision(
                decisionId,
                cause,
                causeId,
                "cliente-1",
                Requester.none(Charges.PARTNER),
                Outcome.APPLIED,
                duplicate,
                List.of(),
                List.of(effects),
                1,
                1,
                2,
                NOW);
    }

    /** The payment of all open charges of a customer. */
    public static SettlementOrder allOpen(String customerId) {
        return new SettlementOrder(
                customerId,
                List.of(),
                Optional.empty(),
                SettlementOutcome.PAID,
                Optional.empty(),
                SettlementFacts.NONE);
    }

    /** The payment of these charges of one customer. */
    public static SettlementOrder order(Charge... settled) {
        return new SettlementOrder(
                settled[0].customerId(),
                List.of(settled).stream().map(Charge::chargeId).toList(),
                Optional.empty(),
                SettlementOutcome.PAID,
                Optional.empty(),
                SettlementFacts.NONE);
    }

    /** Where a charge stands. */
    public String status(Charge charge) {
        return charges.find(charge.chargeId()).orElseThrow().status().name();
    }

    @Override
    public void close() {
        database.close();
    }
}
