package dev.licenseflow.processor.processor;

import dev.licenseflow.domain.request.Request;
import dev.licenseflow.domain.request.Settlement;
import dev.licenseflow.processor.intake.Intake;
import dev.licenseflow.processor.intake.IntakeLog;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * Makes the steps, each together with the stores it needs; the steps of a partition share them.
 *
 * @param partitions of the input topics
 */
public record StepSuppliers(StepParts parts, int partitions, IntakeLog log, Set<StoreBuilder<?>> stores) {

    public StepSuppliers {
        stores = Set.copyOf(stores);
    }

    /** Answers requests (D1). */
    public ProcessorSupplier<byte[], byte[], Object, Object> decideRequest() {
        return with(() -> new AnswerStep<>(
                parts,
                context -> new Intake<>(parts.topics().requests(), Request::customerId, partitions, log, context),
                request -> new Question.OfRequest(parts.engine(), request)));
    }

    /** Answers settlements (G4). */
    public ProcessorSupplier<byte[], byte[], Object, Object> decideSettlement() {
        return with(() -> new AnswerStep<>(
                parts,
                context -> new Intake<>(parts.topics().settlements(), Settlement::customerId, partitions, log, context),
                settlement -> new Question.OfSettlement(parts.engine(), settlement)));
    }

    /** Closes months (M4, M5). */
    public ProcessorSupplier<String, byte[], Object, Object> closeMonth() {
        return with(() -> new MonthCloseStep(parts));
    }

    private <K> ProcessorSupplier<K, byte[], Object, Object> with(Supplier<Processor<K, byte[], Object, Object>> step) {
        return new ProcessorSupplier<>() {
            @Override
            public Processor<K, byte[], Object, Object> get() {
                return step.get();
            }

            @Override
            public Set<StoreBuilder<?>> stores() {
                return stores;
            }
        };
    }
}
