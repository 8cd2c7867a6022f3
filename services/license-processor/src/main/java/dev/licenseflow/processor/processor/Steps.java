package dev.licenseflow.processor.processor;

import dev.licenseflow.domain.decision.LogPlace;
import dev.licenseflow.domain.engine.LicenseEngine;
import dev.licenseflow.domain.month.BusinessCalendar;
import dev.licenseflow.domain.request.Request;
import dev.licenseflow.domain.request.Settlement;
import dev.licenseflow.messaging.publishing.CatalogProjection;
import dev.licenseflow.messaging.topic.LicensingTopics;
import dev.licenseflow.messaging.topic.Topic;
import dev.licenseflow.processor.intake.IntakeLog;
import java.time.Instant;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * The steps of the application, and what those of all partitions share. Each comes with the stores it needs.
 *
 * @param partitions of the input topics
 */
public record Steps(
        LicenseEngine engine,
        CatalogProjection catalogs,
        LicensingTopics topics,
        ProcessorSettings settings,
        int partitions,
        IntakeLog log,
        Set<StoreBuilder<?>> stores) {

    public Steps {
        stores = Set.copyOf(stores);
    }

    /** Answers the requests of partners (D1). */
    public ProcessorSupplier<byte[], byte[], Object, Object> decideRequest() {
        return answering(
                topics.requests(),
                Request::customerId,
                (request, at, record) ->
                        Question.of(engine, request, LogPlace.ofRequest(at, record.partition(), record.offset())));
    }

    /** Answers the requests of the back office (D10). */
    public ProcessorSupplier<byte[], byte[], Object, Object> decideBackOffice() {
        return answering(
                topics.backOffice(),
                Request::customerId,
                (request, at, record) ->
                        Question.of(engine, request, LogPlace.ofBackOffice(at, record.partition(), record.offset())));
    }

    /** Answers settlements (G4). */
    public ProcessorSupplier<byte[], byte[], Object, Object> decideSettlement() {
        return answering(
                topics.settlements(),
                Settlement::customerId,
                (settlement, at, record) -> Question.of(
                        engine, settlement, LogPlace.ofSettlement(at, record.partition(), record.offset())));
    }

    private <V> ProcessorSupplier<byte[], byte[], Object, Object> answering(
            Topic<String, V> topic, Function<V, String> customerOf, Question.Asking<V> asking) {
        return supplied(() -> new AnswerStep<>(this, topic, customerOf, asking));
    }

    /** Closes months (M4, M5). */
    public ProcessorSupplier<String, byte[], Object, Object> closeMonth() {
        return supplied(() -> new MonthCloseStep(this));
    }

    BusinessCalendar calendar() {
        return engine.calendar();
    }

    /** The currency of all catalogs, as of an instant. */
    String currencyAt(Instant at) {
        return catalogs.history().inForceAt(at).currency();
    }

    private <K> ProcessorSupplier<K, byte[], Object, Object> supplied(
            Supplier<Processor<K, byte[], Object, Object>> step) {
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
