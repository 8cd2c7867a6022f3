package dev.licenseflow.processor.processor;

import dev.licenseflow.domain.request.Request;
import dev.licenseflow.domain.request.Settlement;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;

/** Makes the steps, each together with the stores it needs; the steps of a partition share them. */
public record StepSuppliers(StepParts parts, Set<StoreBuilder<?>> stores) {

    public StepSuppliers {
        stores = Set.copyOf(stores);
    }

    /** Answers requests (D1). */
    public ProcessorSupplier<String, Request, String, Object> decideRequest() {
        return with(() -> new AnswerStep<>(parts, request -> new Question.OfRequest(parts.desk(), request)));
    }

    /** Answers settlements (G4). */
    public ProcessorSupplier<String, Settlement, String, Object> decideSettlement() {
        return with(() -> new AnswerStep<>(parts, settlement -> new Question.OfSettlement(parts.desk(), settlement)));
    }

    /** Closes months (M4, M5). */
    public ProcessorSupplier<String, byte[], String, Object> closeMonth() {
        return with(() -> new MonthCloseStep(parts));
    }

    private <V> ProcessorSupplier<String, V, String, Object> with(Supplier<Processor<String, V, String, Object>> step) {
        return new ProcessorSupplier<>() {
            @Override
            public Processor<String, V, String, Object> get() {
                return step.get();
            }

            @Override
            public Set<StoreBuilder<?>> stores() {
                return stores;
            }
        };
    }
}
