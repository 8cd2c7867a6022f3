package dev.licenseflow.messaging.topic;

import dev.licenseflow.domain.catalog.CatalogVersion;
import dev.licenseflow.domain.charge.Charge;
import dev.licenseflow.domain.decision.Decision;
import dev.licenseflow.domain.request.Request;
import dev.licenseflow.domain.request.Settlement;
import dev.licenseflow.messaging.mapping.CatalogMapper;
import dev.licenseflow.messaging.mapping.ChargeMapper;
import dev.licenseflow.messaging.mapping.ClockTickMapper;
import dev.licenseflow.messaging.mapping.ClosedPartition;
import dev.licenseflow.messaging.mapping.MonthBegin;
import dev.licenseflow.messaging.mapping.MonthCloseMapper;
import dev.licenseflow.messaging.mapping.RequestMapper;
import dev.licenseflow.messaging.mapping.SettlementMapper;
import dev.licenseflow.messaging.mapping.decision.DecisionBinary;
import dev.licenseflow.messaging.mapping.decision.DecisionMapper;
import dev.licenseflow.messaging.wire.AvroWire;
import dev.licenseflow.schema.ChargeSettlement;
import dev.licenseflow.schema.ClockTick;
import dev.licenseflow.schema.LicenseDecision;
import dev.licenseflow.schema.LicenseRequest;
import dev.licenseflow.schema.LicenseState;
import dev.licenseflow.schema.MonthClosed;
import java.util.Map;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;

/**
 * All topics of the pipeline, as values. Every key is text: the customer id, but for the clock and the month closes the
 * number of the partition, and for the catalog the version.
 */
public record LicensingTopics(
        Topic<String, Request> requests,
        Topic<String, Settlement> settlements,
        Topic<String, MonthBegin> clock,
        Topic<String, CatalogVersion> catalog,
        Topic<String, Decision> decisions,
        Topic<String, Charge> charges,
        Topic<String, LicenseState> licenses,
        Topic<String, ClosedPartition> monthCloses) {

    /**
     * The topics as read and written with a schema registry.
     *
     * @param config the Confluent properties, {@code schema.registry.url} above all
     */
    public static LicensingTopics of(Map<String, ?> config) {
        return new LicensingTopics(
                mapped(
                        "licensing.requests",
                        LicenseRequest.class,
                        RequestMapper::toAvro,
                        RequestMapper::toDomain,
                        config),
                mapped(
                        "licensing.settlements",
                        ChargeSettlement.class,
                        SettlementMapper::toAvro,
                        SettlementMapper::toDomain,
                        config),
                mapped("licensing.clock", ClockTick.class, ClockTickMapper::toAvro, ClockTickMapper::toDomain, config),
                mapped(
                        "licensing.catalog",
                        dev.licenseflow.schema.CatalogVersion.class,
                        CatalogMapper::toAvro,
                        CatalogMapper::toDomain,
                        config),
                decisions(config),
                mapped(
                        "licensing.charges",
                        dev.licenseflow.schema.Charge.class,
                        ChargeMapper::toAvro,
                        ChargeMapper::toDomain,
                        config),
                mapped("licensing.licenses", LicenseState.class, Function.identity(), Function.identity(), config),
                mapped(
                        "licensing.month-closes",
                        MonthClosed.class,
                        MonthCloseMapper::toAvro,
                        MonthCloseMapper::toDomain,
                        config));
    }

    /** Each decision is also stored, so its bytes are made once for both: {@link DecisionBinary}. */
    private static Topic<String, Decision> decisions(Map<String, ?> config) {
        Topic<String, Decision> mapped = mapped(
                "licensing.decisions", LicenseDecision.class, DecisionMapper::toAvro, DecisionMapper::toDomain, config);
        Serializer<Decision> serializer = AvroWire.serializer(LicenseDecision.class, DecisionBinary::of, config, false);
        return new Topic<>(
                mapped.name(),
                mapped.keys(),
                Serdes.serdeFrom(serializer, mapped.values().deserializer()));
    }

    private static <A extends SpecificRecord, D> Topic<String, D> mapped(
            String name, Class<A> avro, Function<D, A> toAvro, Function<A, D> toDomain, Map<String, ?> config) {
        return new Topic<>(
                name, Serdes.String(), new MappedSerde<>(AvroWire.serde(avro, config, false), toAvro, toDomain));
    }
}
