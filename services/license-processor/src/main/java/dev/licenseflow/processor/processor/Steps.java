package dev.licenseflow.processor.processor;

import dev.licenseflow.domain.decision.LogPlace;
import dev.licenseflow.domain.engine.LicenseEngine;
import dev.licenseflow.domain.month.BusinessCalendar;
import dev.licenseflow.domain.request.Request;
import dev.licenseflow.domain.request.Settlement;
import dev.licenseflow.messaging.publishing.CatalogProjection;
import dev.licenseflow.messaging.topic.LicensingTopics;
import dev.licenseflow.processor.intake.IntakeLog;
import dev.licenseflow.processor.topology.ProcessorSettings;
import java.time.Instant;
import java.util.Set;
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
        return supplied(() -> new AnswerStep<>(
                this,
                topics.requests(),
                Request::customerId,
                (request, at, record) -> new Question.OfRequest(
                        engine, request, LogPlace.ofRequest(at, record.partition(), record.offset()))));
    }

    /** Answers the requests of the back office (D10). */
    public ProcessorSupplier<byte[], byte[], Object, Object> decideBackOffice() {
        return supplied(() -> new AnswerStep<>(
                this,
                topics.backOffice(),
                Request::customerId,
                (request, at, record) -> new Question.OfRequest(
                        engine, request, LogPlace.ofBackOffice(at, record.partition(), record.offset()))));
    }

    /** Answers settlements (G4). */
    public ProcessorSupplier<byte[], byte[], Object, Object> decideSettlement() {
        return supplied(() -> new AnswerStep<>(
                this,
                topics.settlements(),
                Settlement::customerId,
                (settlement, at, record) -> new Question.OfSettlement(
                        engine, settlement, LogPlace.ofSettlement(at, record.partition(), record.offset()))));
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
