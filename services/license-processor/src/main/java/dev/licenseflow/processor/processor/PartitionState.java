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
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** What the steps of one partition share: its stores, and its way out. A decision changes it by what is entered here. */
record PartitionState(
        Steps steps,
        ProcessorContext<Object, Object> context,
        CustomerStore customers,
        FirstDecisionStore firstDecisions,
        MonthSweepStore sweeps) {

    static PartitionState of(Steps steps, ProcessorContext<Object, Object> context) {
        return new PartitionState(
                steps,
                context,
                new CustomerStore(context.getStateStore(CustomerStore.NAME)),
                new FirstDecisionStore(context.getStateStore(FirstDecisionStore.NAME)),
                new MonthSweepStore(context.getStateStore(MonthSweepStore.NAME)));
    }

    /** Publishes a month close, timed at the boundary (M3), and remembers it to be shown (L2). */
    void enterClose(Decided close) {
        Decision decision = close.decision();
        publish(close, decision.decidedAt().toEpochMilli(), List.of());
        firstDecisions.remember(
                FirstDecisionStore.keyOfClose(decision), new FirstDecision("", decision), decision.decidedAt());
    }

    /**
     * Publishes a decision, then its charges, then what the customer has now, if that is to be seen (G3, D4).
     *
     * @param timestamp the input's, or the month boundary (M3), in milliseconds
     */
    void publish(Decided decided, long timestamp, List<Header> headers) {
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

    private <V> void forward(Decision decision, V value, long timestamp, List<Header> headers, Topic<String, V> topic) {
        Record<String, V> record = new Record<>(decision.customerId(), value, timestamp);
        headers.forEach(record.headers()::add);
        context.forward(record, topic.egress());
    }

    /** Saves a customer, unless it is as it was loaded. */
    void save(CustomerLicenses loaded, CustomerLicenses after) {
        if (!after.equals(loaded)) {
            customers.save(after);
        }
    }
}
