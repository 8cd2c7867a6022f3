package dev.licenseflow.messaging.topic;

import dev.licenseflow.domain.catalog.CatalogVersion;
import dev.licenseflow.domain.charge.Charge;
import dev.licenseflow.domain.decision.Decision;
import dev.licenseflow.domain.license.PublishedLicenses;
import dev.licenseflow.domain.request.Request;
import dev.licenseflow.domain.request.Settlement;
import dev.licenseflow.messaging.mapping.CatalogMapper;
import dev.licenseflow.messaging.mapping.ChargeMapper;
import dev.licenseflow.messaging.mapping.ClockTickMapper;
import dev.licenseflow.messaging.mapping.ClosedPartition;
import dev.licenseflow.messaging.mapping.LicenseStateMapper;
import dev.licenseflow.messaging.mapping.MonthBegin;
import dev.licenseflow.messaging.mapping.MonthCloseMapper;
import dev.licenseflow.messaging.mapping.RequestMapper;
import dev.licenseflow.messaging.mapping.SettlementMapper;
import dev.licenseflow.messaging.mapping.decision.DecisionBinary;
import dev.licenseflow.messaging.mapping.decision.DecisionMapper;
import dev.licenseflow.schema.ChargeSettlement;
import dev.licenseflow.schema.ClockTick;
import dev.licenseflow.schema.LicenseDecision;
import dev.licenseflow.schema.LicenseRequest;
import dev.licenseflow.schema.LicenseState;
import dev.licenseflow.schema.MonthClosed;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.kafka.common.record.TimestampType;

/**
 * The topics of Licenseflow: what each is, declared here and nowhere else; and, as an instance, the same topics as read and
 * written with a schema registry. The processor compresses with lz4; what comes from outside is kept unpacked, so that no
 * small batch is a large one for its readers.
 */
public final class LicensingTopics {

    /** The bound of how many processors can share the work, unless configured otherwise. */
    public static final int DEFAULT_PARTITIONS = 8;

    /**
     * The bound of a batch on the topics and changelogs that the processor writes. The decision on the largest legal
     * settlement has 0.7 MB; see ADR 7.
     */
    public static final int OUTPUT_MAX_MESSAGE_BYTES = 4 * 1024 * 1024;

    static final Duration DEAD_LETTER_RETENTION = Duration.ofDays(30);

    private static final Duration INPUT_RETENTION = Duration.ofDays(90);
    private static final Duration CLOCK_RETENTION = Duration.ofDays(7);

    /** What partners and portals ask for. Its append time is the time of a request (T1). */
    public static final TopicDeclaration<Request> REQUESTS = input(
            "licensing.requests",
            Codec.of(LicenseRequest.class, RequestMapper::toAvro, RequestMapper::toDomain),
            "portals");

    /** What the vendor's back office asks for (D10). Who may write it is a matter of access rights. */
    public static final TopicDeclaration<Request> BACK_OFFICE = input(
            "licensing.backoffice",
            Codec.of(LicenseRequest.class, RequestMapper::toAvro, RequestMapper::ofBackOffice),
            "the vendor, by `backoffice`");

    /** What billing says about charges. */
    public static final TopicDeclaration<Settlement> SETTLEMENTS = input(
            "licensing.settlements",
            Codec.of(ChargeSettlement.class, SettlementMapper::toAvro, SettlementMapper::toDomain),
            "billing");

    /**
     * Every catalog version ever published, refused ones among them (C2); read as a whole by each processor, hence one
     * partition. Compaction would keep the last record under a version's number, which may be one that was refused.
     */
    public static final TopicDeclaration<CatalogVersion> CATALOG = new TopicDeclaration<>(
            "licensing.catalog",
            TopicDeclaration.Key.VERSION,
            Codec.of(dev.licenseflow.schema.CatalogVersion.class, CatalogMapper::toAvro, CatalogMapper::toDomain),
            (name, partitions) -> TopicSpec.journal(name, partitions, TimestampType.LOG_APPEND_TIME),
            "the vendor, by `catalog publish`",
            "processor, portals",
            false);

    /** One decision for each input (D1): the journal of each customer (D9), so it is kept forever. */
    public static final TopicDeclaration<Decision> DECISIONS = journal(
            "licensing.decisions",
            TopicDeclaration.Key.CUSTOMER,
            Codec.of(LicenseDecision.class, DecisionMapper::toAvro, DecisionMapper::toDomain)
                    .writtenAs(DecisionBinary::of),
            "portals, billing, support");

    /** What customers owe (G1). */
    public static final TopicDeclaration<Charge> CHARGES = journal(
            "licensing.charges",
            TopicDeclaration.Key.CUSTOMER,
            Codec.of(dev.licenseflow.schema.Charge.class, ChargeMapper::toAvro, ChargeMapper::toDomain),
            "billing, portals");

    /** The licenses that each customer has now (L1). */
    public static final TopicDeclaration<PublishedLicenses> LICENSES = new TopicDeclaration<>(
            "licensing.licenses",
            TopicDeclaration.Key.CUSTOMER,
            Codec.of(LicenseState.class, LicenseStateMapper::toAvro, LicenseStateMapper::toDomain),
            (name, partitions) ->
                    TopicSpec.table(name, partitions, TimestampType.CREATE_TIME).upTo(OUTPUT_MAX_MESSAGE_BYTES),
            TopicDeclaration.PROCESSOR,
            "products, billing, portals",
            false);

    /** The end of a month on a partition, with what it changed (M4). */
    public static final TopicDeclaration<ClosedPartition> MONTH_CLOSES = journal(
            "licensing.month-closes",
            TopicDeclaration.Key.PARTITION,
            Codec.of(MonthClosed.class, MonthCloseMapper::toAvro, MonthCloseMapper::toDomain),
            "billing, operators");

    /** The processor's own ticks, which move time on in a partition where nobody asks for anything (M5). */
    public static final TopicDeclaration<MonthBegin> CLOCK = new TopicDeclaration<>(
            "licensing.clock",
            TopicDeclaration.Key.PARTITION,
            Codec.of(ClockTick.class, ClockTickMapper::toAvro, ClockTickMapper::toDomain),
            (name, partitions) -> TopicSpec.events(name, partitions, CLOCK_RETENTION, TimestampType.LOG_APPEND_TIME),
            TopicDeclaration.PROCESSOR,
            TopicDeclaration.PROCESSOR,
            false);

    /** All of them, inputs first. */
    public static final List<TopicDeclaration<?>> ALL =
            List.of(REQUESTS, BACK_OFFICE, SETTLEMENTS, CATALOG, DECISIONS, CHARGES, LICENSES, MONTH_CLOSES, CLOCK);

    private final Map<TopicDeclaration<?>, Topic<String, ?>> topics;

    private LicensingTopics(Map<TopicDeclaration<?>, Topic<String, ?>> topics) {
        this.topics = Map.copyOf(topics);
    }

    /**
     * The topics as read and written with a schema registry.
     *
     * @param config the Confluent properties, {@code schema.registry.url} above all
     */
    public static LicensingTopics of(Map<String, ?> config) {
        Map<TopicDeclaration<?>, Topic<String, ?>> topics = new HashMap<>();
        ALL.forEach(declaration -> topics.put(declaration, declaration.bound(config)));
        return new LicensingTopics(topics);
    }

    /** The settings of all topics, those of dead letters among them. */
    public static List<TopicSpec> specs(int partitions) {
        return ALL.stream()
                .flatMap(declaration -> declaration.specs(partitions))
                .toList();
    }

    /** The same topics, but those that the processor writes are written in another way; the values' types stay. */
    public LicensingTopics writtenBy(UnaryOperator<Topic<String, ?>> change) {
        Map<TopicDeclaration<?>, Topic<String, ?>> changed = new HashMap<>(topics);
        changed.replaceAll((declaration, topic) -> declaration.isOutput() ? change.apply(topic) : topic);
        return new LicensingTopics(changed);
    }

    @SuppressWarnings("unchecked") // A declaration's topic is made of it.
    public <V> Topic<String, V> get(TopicDeclaration<V> declaration) {
        Topic<String, ?> topic = topics.get(declaration);
        if (topic == null) {
            throw new IllegalArgumentException("Not declared: " + declaration.name());
        }
        return (Topic<String, V>) topic;
    }

    public Topic<String, Request> requests() {
        return get(REQUESTS);
    }

    public Topic<String, Request> backOffice() {
        return get(BACK_OFFICE);
    }

    public Topic<String, Settlement> settlements() {
        return get(SETTLEMENTS);
    }

    public Topic<String, CatalogVersion> catalog() {
        return get(CATALOG);
    }

    public Topic<String, Decision> decisions() {
        return get(DECISIONS);
    }

    public Topic<String, Charge> charges() {
        return get(CHARGES);
    }

    public Topic<String, PublishedLicenses> licenses() {
        return get(LICENSES);
    }

    public Topic<String, ClosedPartition> monthCloses() {
        return get(MONTH_CLOSES);
    }

    public Topic<String, MonthBegin> clock() {
        return get(CLOCK);
    }

    private static <V> TopicDeclaration<V> input(String name, Codec<?, V> codec, String writers) {
        return new TopicDeclaration<>(
                name,
                TopicDeclaration.Key.CUSTOMER,
                codec,
                (topic, partitions) -> TopicSpec.events(
                                topic, partitions, INPUT_RETENTION, TimestampType.LOG_APPEND_TIME)
                        .fromOutside(),
                writers,
                TopicDeclaration.PROCESSOR,
                true);
    }

    private static <V> TopicDeclaration<V> journal(
            String name, TopicDeclaration.Key key, Codec<?, V> codec, String readers) {
        return new TopicDeclaration<>(
                name,
                key,
                codec,
                (topic, partitions) -> TopicSpec.journal(topic, partitions, TimestampType.CREATE_TIME)
                        .upTo(OUTPUT_MAX_MESSAGE_BYTES),
                TopicDeclaration.PROCESSOR,
                readers,
                false);
    }
}
