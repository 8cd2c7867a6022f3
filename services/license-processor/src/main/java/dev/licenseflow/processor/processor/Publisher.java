package dev.licenseflow.processor.processor;

import dev.licenseflow.domain.charge.Charge;
import dev.licenseflow.domain.decision.Decided;
import dev.licenseflow.domain.decision.Decision;
import dev.licenseflow.messaging.mapping.LicenseStateMapper;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Forwards a decision, then its charges, then what the customer has now, if that is to be seen (G3, D4). */
final class Publisher {

    private final ProcessorContext<Object, Object> context;
    private final Outlets outlets;

    Publisher(ProcessorContext<Object, Object> context, Outlets outlets) {
        this.context = context;
        this.outlets = outlets;
    }

    /**
     * Forwards all that a decision makes others know.
     *
     * @param timestamp of the records: the question's, or the month boundary (M3), in milliseconds
     */
    void publish(Decided decided, long timestamp) {
        Decision decision = decided.decision();
        String key = decision.customerId();
        context.forward(new Record<>(key, decision, timestamp), outlets.decisions());
        for (Charge charge : decided.charges()) {
            context.forward(new Record<>(key, charge, timestamp), outlets.charges());
        }
        if (!decision.duplicate() && decision.changesWhatIsShown()) {
            context.forward(
                    new Record<>(key, LicenseStateMapper.toAvro(decided.after()), timestamp), outlets.licenses());
        }
    }
}
