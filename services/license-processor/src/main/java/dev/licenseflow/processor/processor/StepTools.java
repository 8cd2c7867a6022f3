package dev.licenseflow.processor.processor;

import dev.licenseflow.processor.store.CustomerStore;
import dev.licenseflow.processor.store.FirstDecisionStore;
import dev.licenseflow.processor.store.MonthSweepStore;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/** What a step of one partition works with: the partition's stores and its way out. */
record StepTools(
        StepParts parts,
        CustomerStore customers,
        FirstDecisionStore firstDecisions,
        MonthSweepStore sweeps,
        MonthLedger months,
        Publisher publisher) {

    static StepTools of(StepParts parts, ProcessorContext<Object, Object> context) {
        MonthSweepStore sweeps = new MonthSweepStore(context.getStateStore(MonthSweepStore.NAME));
        return new StepTools(
                parts,
                new CustomerStore(context.getStateStore(CustomerStore.NAME)),
                new FirstDecisionStore(context.getStateStore(FirstDecisionStore.NAME)),
                sweeps,
                new MonthLedger(sweeps, parts.calendar()),
                new Publisher(context, parts.outlets()));
    }

    CustomerFile customer(String customerId) {
        return CustomerFile.of(customers.load(customerId), this);
    }
}
