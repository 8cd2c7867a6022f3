package dev.licenseflow.processor.processor;

import dev.licenseflow.domain.catalog.CatalogHistory;
import dev.licenseflow.domain.decision.Decided;
import dev.licenseflow.domain.engine.FirstDecision;
import dev.licenseflow.domain.engine.RolledOver;
import dev.licenseflow.domain.license.CustomerLicenses;
import dev.licenseflow.processor.intake.Intake;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Answers requests or settlements: load, roll over, decide, apply, save and forward (D1, M2, G3).
 *
 * @param <V> what comes in
 */
final class AnswerStep<V> implements Processor<byte[], byte[], Object, Object> {

    private final StepParts parts;
    private final Function<ProcessorContext<Object, Object>, Intake<V>> opening;
    private final Function<V, Question> question;
    private Intake<V> intake;
    private PartitionState partition;
    private MonthLedger months;

    /** @param opening opens the intake of the step's partition */
    AnswerStep(
            StepParts parts,
            Function<ProcessorContext<Object, Object>, Intake<V>> opening,
            Function<V, Question> question) {
        this.parts = parts;
        this.opening = opening;
        this.question = question;
    }

    @Override
    public void init(ProcessorContext<Object, Object> context) {
        intake = opening.apply(context);
        partition = new PartitionState(parts.topics(), context);
        months = new MonthLedger(partition.sweeps(), parts.calendar());
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        intake.read(record).ifPresent(value -> answer(question.apply(value), record.timestamp()));
    }

    private void answer(Question asked, long timestamp) {
        Instant at = Instant.ofEpochMilli(timestamp);
        CatalogHistory catalogs = parts.catalogs().history();
        months.open(at);
        CustomerLicenses loaded = partition.customers().load(asked.customerId());
        RolledOver rolled = parts.engine().rollOver(loaded, catalogs, at);
        for (Decided close : rolled.closes()) {
            partition.enterClose(close);
            months.count(close.decision());
        }
        Optional<FirstDecision> first = partition.firstDecisions().find(asked.key(), at);
        Decided decided = first.isPresent()
                ? asked.decideAgain(rolled.licenses(), catalogs, at, first.get())
                : asked.decide(rolled.licenses(), catalogs, at);
        partition.publish(decided, timestamp);
        if (first.isEmpty()) {
            partition.firstDecisions().remember(asked.key(), new FirstDecision(asked.digest(), decided.decision()), at);
        }
        partition.save(loaded, decided.after());
    }
}
