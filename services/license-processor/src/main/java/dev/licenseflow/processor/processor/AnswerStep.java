package dev.licenseflow.processor.processor;

import dev.licenseflow.domain.catalog.CatalogHistory;
import dev.licenseflow.domain.decision.Decided;
import dev.licenseflow.domain.engine.FirstDecision;
import dev.licenseflow.domain.engine.RolledOver;
import dev.licenseflow.domain.license.CustomerLicenses;
import dev.licenseflow.messaging.topic.Topic;
import dev.licenseflow.processor.intake.Intake;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Answers the records of an input topic: load, roll over, decide, apply, save and forward (D1, M2, G3). */
final class AnswerStep<V> implements Processor<byte[], byte[], Object, Object> {

    private static final List<String> TRACE_HEADERS = List.of("traceparent", "tracestate", "correlation-id");

    /** What is longer is none of these; it would be copied to each charge. */
    private static final int MAX_TRACE_HEADER_BYTES = 1_024;

    private final Steps steps;
    private final Topic<String, V> topic;
    private final Function<V, String> customerOf;
    private final Question.Asking<V> asking;
    private ProcessorContext<Object, Object> context;
    private Intake<V> intake;
    private PartitionState partition;

    AnswerStep(Steps steps, Topic<String, V> topic, Function<V, String> customerOf, Question.Asking<V> asking) {
        this.steps = steps;
        this.topic = topic;
        this.customerOf = customerOf;
        this.asking = asking;
    }

    @Override
    public void init(ProcessorContext<Object, Object> processorContext) {
        context = processorContext;
        intake = new Intake<>(topic, customerOf, steps.partitions(), steps.log(), context);
        partition = PartitionState.of(steps, context);
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        intake.read(record).ifPresent(value -> answer(value, record));
    }

    private void answer(V value, Record<byte[], byte[]> record) {
        Instant at = Instant.ofEpochMilli(record.timestamp());
        Question asked = asking.of(value, at, context.recordMetadata().orElseThrow());
        CatalogHistory catalogs = steps.catalogs().history();
        partition.sweeps().open(at, steps.calendar());
        CustomerLicenses loaded = partition.customers().load(asked.customerId());
        RolledOver rolled = steps.engine().rollOver(loaded, catalogs, at);
        for (Decided close : rolled.closes()) {
            partition.enterClose(close);
            partition.sweeps().count(close.decision());
        }
        Optional<FirstDecision> first = partition.firstDecisions().find(asked.key(), at);
        Decided decided = first.isPresent()
                ? asked.decideAgain().of(rolled.licenses(), catalogs, first.get())
                : asked.decide().apply(rolled.licenses(), catalogs);
        partition.publish(decided, record.timestamp(), traceHeaders(record.headers()));
        if (first.isEmpty()) {
            partition
                    .firstDecisions()
                    .remember(asked.key(), new FirstDecision(asked.digest().get(), decided.decision()), at);
        }
        partition.save(loaded, decided.after());
    }

    /** The headers of an input that are on every record that it causes (L5). */
    private static List<Header> traceHeaders(Headers input) {
        List<Header> kept = new ArrayList<>();
        for (String name : TRACE_HEADERS) {
            Header header = input.lastHeader(name);
            if (header != null && header.value() != null && header.value().length <= MAX_TRACE_HEADER_BYTES) {
                kept.add(header);
            }
        }
        return kept;
    }
}
