package dev.licenseflow.processor.processor;

import dev.licenseflow.domain.catalog.CatalogHistory;
import dev.licenseflow.domain.decision.Decided;
import dev.licenseflow.domain.desk.FirstDecision;
import dev.licenseflow.processor.intake.Intake;
import dev.licenseflow.processor.store.FirstDecisionStore;
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
    private StepTools tools;

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
        tools = StepTools.of(parts, context);
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        intake.read(record).ifPresent(value -> answer(question.apply(value), record));
    }

    private void answer(Question asked, Record<byte[], byte[]> record) {
        Instant at = Instant.ofEpochMilli(record.timestamp());
        CatalogHistory catalogs = parts.catalogs().history();
        tools.months().open(at);
        CustomerFile customer = tools.customer(asked.customerId()).rollOver(catalogs, at, tools.months());
        FirstDecisionStore firstDecisions = tools.firstDecisions();
        String key = asked.key();
        Optional<FirstDecision> first = firstDecisions.find(key, at);
        if (first.isPresent()) {
            customer.enter(asked.decideAgain(customer.licenses(), catalogs, at, first.get()), record.timestamp());
        } else {
            Decided decided = asked.decide(customer.licenses(), catalogs, at);
            customer.enter(decided, record.timestamp());
            firstDecisions.remember(key, new FirstDecision(asked.digest(), decided.decision()), at);
        }
        customer.save();
    }
}
