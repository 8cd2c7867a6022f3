package dev.licenseflow.processor.processor;

import dev.licenseflow.domain.charge.Charge;
import dev.licenseflow.domain.decision.Decided;
import dev.licenseflow.domain.decision.Decision;
import dev.licenseflow.domain.engine.FirstDecision;
import dev.licenseflow.domain.license.CustomerLicenses;
import dev.licenseflow.messaging.mapping.LicenseStateMapper;
import dev.licenseflow.messaging.topic.LicensingTopics;
import dev.licenseflow.processor.store.CustomerStore;
import dev.licenseflow.processor.store.FirstDecisionStore;
import dev.licenseflow.processor.store.MonthSweepStore;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** What the steps of one partition share: its stores, and its way out. A decision changes it by what is entered here. */
final class PartitionState {

    private final LicensingTopics topics;
    private final ProcessorContext<Object, Object> context;
    private final CustomerStore customers;
    private final FirstDecisionStore firstDecisions;
    private final MonthSweepStore sweeps;

    PartitionState(LicensingTopics topics, ProcessorContext<Object, Object> context) {
        this.topics = topics;
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
        publish(close, decision.decidedAt().toEpochMilli());
        firstDecisions.remember(
                FirstDecisionStore.keyOfClose(decision), new FirstDecision("", decision), decision.decidedAt());
    }

    /**
     * Publishes a decision, then its charges, then what the customer has now, if that is to be seen (G3, D4).
     *
     * @param timestamp of the records: the input's, or the month boundary (M3), in milliseconds
     */
    void publish(Decided decided, long timestamp) {
        Decision decision = decided.decision();
        String key = decision.customerId();
        context.forward(
                new Record<>(key, decision, timestamp), topics.decisions().egress());
        for (Charge charge : decided.charges()) {
            context.forward(
                    new Record<>(key, charge, timestamp), topics.charges().egress());
        }
        if (!decision.duplicate() && decision.changesWhatIsShown()) {
            context.forward(
                    new Record<>(key, LicenseStateMapper.toAvro(decided.after()), timestamp),
                    topics.licenses().egress());
        }
    }

    /** Saves a customer, unless it is as it was loaded. */
    void save(CustomerLicenses loaded, CustomerLicenses after) {
        if (!after.equals(loaded)) {
            customers.save(after);
        }
    }
}
