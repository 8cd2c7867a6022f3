package dev.licenseflow.cli.demo;

import dev.licenseflow.billing.settlement.LedgerSettlement.SettlementStatus;
import dev.licenseflow.cli.demo.BillingScenario.MonthStarter;
import dev.licenseflow.domain.charge.Charge;
import dev.licenseflow.domain.decision.Decision;
import dev.licenseflow.domain.decision.Effect;
import dev.licenseflow.domain.decision.MonthTotals;
import dev.licenseflow.domain.month.BusinessCalendar;
import dev.licenseflow.domain.request.Request;
import dev.licenseflow.domain.request.Settlement;
import dev.licenseflow.domain.request.SettlementOutcome;
import dev.licenseflow.messaging.json.DefaultCatalog;
import dev.licenseflow.messaging.mapping.ChargeMapper;
import dev.licenseflow.messaging.mapping.decision.DecisionMapper;
import dev.licenseflow.schema.LicenseDecision;
import dev.licenseflow.schema.LicenseState;
import dev.licenseflow.testkit.VirtualPipeline;
import dev.licenseflow.testkit.WrittenRecord;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A pipeline on whose clock the same time passes before each request or settlement but the first. Settlements are
 * published to it directly; what is open is added up from the charges and decisions, as a ledger does.
 */
final class VirtualDemoPipeline implements DemoPipeline, BillingLedger, MonthStarter, AutoCloseable {

    private static final BusinessCalendar CALENDAR = BusinessCalendar.SAO_PAULO;

    private final VirtualPipeline pipeline;
    private final Duration step;
    private final RecordCollector collector = new RecordCollector();
    private final Map<String, Charge> openCharges = new HashMap<>();
    private final Map<String, Decision> decisions = new HashMap<>();
    private final Map<String, Long> shownCents = new HashMap<>();
    private Instant next;

    VirtualDemoPipeline(Instant start, Duration step) {
        this.pipeline = new VirtualPipeline(List.of(DefaultCatalog.load()), CALENDAR, start);
        this.step = step;
        this.next = start;
    }

    @Override
    public DecisionRecords ask(Request request) {
        pass();
        pipeline.publish(request.customerId(), request);
        return decisionOn(request.customerId(), request.requestId());
    }

    @Override
    public DecisionRecords decisionOn(String customerId, String causeId) {
        read();
        return collector.take(customerId, causeId).orElseThrow();
    }

    @Override
    public int surplus(String customerId) {
        read();
        return collector.surplus(customerId);
    }

    @Override
    public MonthTotals begin(YearMonth month) {
        next = CALENDAR.startOf(month);
        pass();
        read();
        return collector.closed(month, 1).orElseThrow();
    }

    @Override
    public Balance balance(String customerId) {
        read();
        long ledgerCents = openCharges.values().stream()
                .filter(charge -> charge.customerId().equals(customerId))
                .mapToLong(charge -> charge.line().amountCents())
                .sum();
        return new Balance(ledgerCents, shownCents.getOrDefault(customerId, 0L));
    }

    @Override
    public String settleAll(String customerId) {
        pass();
        String settlementId = "s-" + customerId;
        pipeline.publish(
                customerId,
                new Settlement(settlementId, customerId, pipeline.openCharges(customerId), SettlementOutcome.PAID));
        return settlementId;
    }

    @Override
    public SettlementProgress settlement(String customerId, String settlementId) {
        Decision decision = decisions.get(customerId + settlementId);
        List<Effect.ChargeSettled> settled = DecisionRecords.settledBy(decision);
        return new SettlementProgress(
                SettlementStatus.valueOf(decision.outcome().name()),
                settled.size(),
                decision.reasons().size(),
                DecisionRecords.sumCents(settled));
    }

    @Override
    public void close() {
        pipeline.close();
    }

    private void pass() {
        pipeline.moveTo(next);
        next = next.plus(step);
    }

    private void read() {
        for (WrittenRecord record : pipeline.written()) {
            collector.add(record.value());
            if (record.value() instanceof LicenseDecision written) {
                Decision decision = DecisionMapper.toDomain(written);
                decisions.put(decision.customerId() + decision.causeId(), decision);
                DecisionRecords.settledBy(decision).forEach(settled -> openCharges.remove(settled.id()));
            } else if (record.value() instanceof dev.licenseflow.schema.Charge written) {
                Charge charge = ChargeMapper.toDomain(written);
                openCharges.put(charge.chargeId(), charge);
            } else if (record.value() instanceof LicenseState state) {
                shownCents.put(state.getCustomerId(), state.getOpenChargesCents());
            }
        }
    }
}
