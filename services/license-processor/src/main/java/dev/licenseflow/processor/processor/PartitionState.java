package dev.licenseflow.processor.processor;

import dev.licenseflow.domain.charge.Charge;
import dev.licenseflow.domain.decision.Decided;
import dev.licenseflow.domain.decision.Decision;
import dev.licenseflow.domain.engine.FirstDecision;
import dev.licenseflow.domain.license.CustomerLicenses;
import dev.licenseflow.domain.license.PublishedLicenses;
import dev.licenseflow.messaging.topic.Topic;
import dev.licenseflow.processor.store.CustomerStore;
import dev.licenseflow.processor.store.FirstDecisionStore;
import dev.licenseflow.processor.store.MonthSweepStore;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** What the steps of one partition share: its stores, and its way out. A decision changes it by what is entered here. */
final class PartitionState {

    private final Steps steps;
    private final ProcessorContext<Object, Object> context;
    private final CustomerStore customers;
    private final FirstDecisionStore firstDecisions;
    private final MonthSweepStore sweeps;

    PartitionState(Steps steps, ProcessorContext<Object, Object> context) {
        this.steps = steps;
        this.context = context;
        this.customers = new CustomerStore(context.getStateStore(CustomerStore.NAME));
        this.firstDecisions = new FirstDecisionStore(context.getStateStore(FirstDecisionStore.NAME));
        this.sweeps = new MonthSweepStore(context.getStateStore(MonthSweepStore.NAME));
    }

    CustomerStore customers() {
        return customers;
    }

    FirstDecisionStore firstDecisions() {
        return firstDecisions;
    }

    MonthSweepStore sweeps() {
        return sweeps;
    }

    /** Publishes a month close, timed at the boundary (M3), and remembers it to be shown (L2). */
    void enterClose(Decided close) {
        Decision decision = close.decision();
        publish(close, decision.decidedAt().toEpochMilli(), new RecordHeaders());
        firstDecisions.remember(
                FirstDecisionStore.keyOfClose(decision), new FirstDecision("", decision), decision.decidedAt());
    }

    /**
     * Publishes a decision, then its charges, then what the customer has now, if that is to be seen (G3, D4).
     *
     * @param timestamp of the records: the input's, or the month boundary (M3), in milliseconds
     * @param headers of the records (L5)
     */
    void publish(Decided decided, long timestamp, Headers headers) {
        Decision decision = decided.decision();
        forward(decision, decision, timestamp, headers, steps.topics().decisions());
        for (Charge charge : decided.charges()) {
            forward(decision, charge, timestamp, headers, steps.topics().charges());
        }
        if (!decision.duplicate() && decision.changesWhatIsShown()) {
            PublishedLicenses shown = PublishedLicenses.of(decided.after(), steps.currencyAt(decision.decidedAt()));
            forward(decision, shown, timestamp, headers, steps.topics().licenses());
        }
    }

    private <V> void forward(Decision decision, V value, long timestamp, Headers headers, Topic<String, V> topic) {
        context.forward(new Record<>(decision.customerId(), value, timestamp, headers), topic.egress());
    }

    /** Saves a customer, unless it is as it was loaded. */
    void save(CustomerLicenses loaded, CustomerLicenses after) {
        if (!after.equals(loaded)) {
            customers.save(after);
        }
    }
}
