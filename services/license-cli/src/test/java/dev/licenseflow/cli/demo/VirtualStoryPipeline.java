package dev.licenseflow.cli.demo;

import dev.licenseflow.cli.client.BillingLedger;
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
import dev.licenseflow.messaging.mapping.MonthCloseMapper;
import dev.licenseflow.messaging.mapping.decision.DecisionMapper;
import dev.licenseflow.schema.LicenseDecision;
import dev.licenseflow.schema.LicenseState;
import dev.licenseflow.schema.MonthClosed;
import dev.licenseflow.testkit.VirtualPipeline;
import dev.licenseflow.testkit.WrittenRecord;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A pipeline on whose clock the same time passes before each request or settlement but the first. Settlements are
 * published to it directly; what is open is added up from the charges and decisions, as a ledger does.
 */
final class VirtualStoryPipeline implements MovablePipeline, BillingLedger, AutoCloseable {

    private static final BusinessCalendar CALENDAR = BusinessCalendar.SAO_PAULO;

    private final VirtualPipeline pipeline;
    private final Duration step;
    private final AnswerBook book = new AnswerBook();
    private final Map<String, Charge> openCharges = new HashMap<>();
    private final Map<String, Decision> decisions = new HashMap<>();
    private final Map<String, Long> shownCents = new HashMap<>();
    private MonthTotals closed = MonthTotals.ZERO;
    private Instant next;

    VirtualStoryPipeline(Instant start, Duration step) {
        this.pipeline = new VirtualPipeline(List.of(DefaultCatalog.load()), CALENDAR, start);
        this.step = step;
        this.next = start;
    }

    @Override
    public Answer ask(Request request) {
        pass();
        pipeline.publish(request.customerId(), request);
        return answerTo(request.customerId(), request.requestId());
    }

    @Override
    public Answer answerTo(String customerId, String causeId) {
        read();
        return book.take(customerId, causeId).orElseThrow();
    }

    @Override
    public int surplus(String customerId) {
        read();
        return book.surplus(customerId);
    }

    @Override
    public MonthTotals begin(YearMonth month) {
        next = CALENDAR.startOf(month);
        pass();
        read();
        return closed;
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
    public Settling settlement(String customerId, String settlementId) {
        Decision decision = decisions.get(customerId + settlementId);
        List<Effect.ChargeSettled> settled = new Answer(decision, List.of(), Optional.empty()).settled();
        return new Settling(
                decision.outcome().name(), settled.size(), decision.reasons().size(), Answer.sumCents(settled));
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
            if (record.value() instanceof LicenseDecision decision) {
                enter(DecisionMapper.toDomain(decision));
            } else if (record.value() instanceof dev.licenseflow.schema.Charge written) {
                Charge charge = ChargeMapper.toDomain(written);
                book.enter(charge);
                openCharges.put(charge.chargeId(), charge);
            } else if (record.value() instanceof LicenseState state) {
                book.enter(state);
                shownCents.put(state.getCustomerId(), state.getOpenChargesCents());
            } else if (record.value() instanceof MonthClosed close) {
                closed = MonthCloseMapper.toDomain(close).totals();
            }
        }
    }

    private void enter(Decision decision) {
        book.enter(decision);
        decisions.put(decision.customerId() + decision.causeId(), decision);
        new Answer(decision, List.of(), Optional.empty())
                .settled()
                .forEach(settled -> openCharges.remove(settled.chargeId()));
    }
}
