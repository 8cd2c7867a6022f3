package dev.licenseflow.portal.inbox;

import static dev.licenseflow.portal.Samples.AT;
import static dev.licenseflow.portal.Samples.charge;
import static dev.licenseflow.portal.Samples.content;
import static dev.licenseflow.portal.Samples.customer;
import static dev.licenseflow.portal.Samples.register;
import static dev.licenseflow.portal.Samples.registered;
import static dev.licenseflow.portal.Samples.state;
import static org.assertj.core.api.Assertions.assertThat;

import dev.licenseflow.database.Inbox;
import dev.licenseflow.database.Transactions;
import dev.licenseflow.database.UnreadableRecords;
import dev.licenseflow.domain.decision.Cause;
import dev.licenseflow.domain.decision.Decision;
import dev.licenseflow.domain.decision.Outcome;
import dev.licenseflow.domain.decision.Reason;
import dev.licenseflow.domain.decision.Requester;
import dev.licenseflow.domain.license.LicenseStatus;
import dev.licenseflow.domain.reason.IdentityReasons;
import dev.licenseflow.domain.request.Request;
import dev.licenseflow.messaging.mapping.decision.DecisionMapper;
import dev.licenseflow.messaging.topic.LicensingTopics;
import dev.licenseflow.messaging.topic.Topic;
import dev.licenseflow.portal.PortalDatabase;
import dev.licenseflow.portal.customer.CustomerRepository;
import dev.licenseflow.portal.license.CustomerChargeRepository;
import dev.licenseflow.portal.license.CustomerStatus;
import dev.licenseflow.portal.license.DecisionRepository;
import dev.licenseflow.portal.license.LicenseRepository;
import dev.licenseflow.portal.live.Changes;
import dev.licenseflow.portal.live.Changes.CustomerChange;
import dev.licenseflow.schema.LicenseDecision;
import dev.licenseflow.wire.SchemaRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.Encoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Records as they come from the topics. */
@SuppressWarnings("try") // Subscriptions are there while the block runs, though nobody speaks to them.
class PortalInboxIT {

    private final PortalDatabase database = PortalDatabase.create();
    private static final Map<String, String> REGISTRY = Map.of("schema.registry.url", "mock://intake");

    private final SchemaRegistry registry = SchemaRegistry.of(REGISTRY);
    private final LicensingTopics topics = LicensingTopics.of(REGISTRY);
    private final LicenseRepository licenses = new LicenseRepository(database.client());
    private final DecisionRepository decisions = new DecisionRepository(database.client());
    private final CustomerChargeRepository charges = new CustomerChargeRepository(database.client());
    private final List<String> alarms = new ArrayList<>();
    private final UnreadableRecords unreadable = new UnreadableRecords(
            database.client(), Clock.fixed(AT, ZoneOffset.UTC), (place, reason) -> alarms.add(place));
    private final Changes changes = new Changes();
    private final Inbox<CustomerChange> inbox = new PortalInbox(licenses, decisions, charges, changes)
            .of(topics, registry, new Transactions(database.source()), unreadable);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whatIsReadIsShownAndToldToThePartnerOnly() throws Exception {
        new CustomerRepository(database.client()).add(customer("p1", "c1", "Padaria", "11222333000181"));
        List<String> told = new ArrayList<>();
        List<String> toldToOthers = new ArrayList<>();
        try (AutoCloseable mine = changes.subscribe("p1", told::add);
                AutoCloseable others = changes.subscribe("p2", toldToOthers::add)) {
            inbox.enter(all());
        }
        inbox.enter(all());

        assertThat(licenses.find("p1", "c1").orElseThrow().status()).isEqualTo(CustomerStatus.ACTIVE);
        assertThat(decisions.of("p1", "c1", 0, 10).total()).isEqualTo(1);
        assertThat(charges.open("p1", "c1")).hasSize(1);
        assertThat(unreadable.count()).isZero();
        assertThat(told).containsExactly("c1");
        assertThat(toldToOthers).isEmpty();
    }

    @Test
    void aPartnerIsToldOfItsOwnRefusalAndOfNothingElseOfAnothersCustomer() throws Exception {
        new CustomerRepository(database.client()).add(customer("p2", "c1", "Isca", "11222333000181"));
        Request late = register("p2", "c1", "r2");
        List<String> told = new ArrayList<>();
        try (AutoCloseable strangers = changes.subscribe("p2", told::add)) {
            inbox.enter(all());
            assertThat(told).isEmpty();

            inbox.enter(List.of(record(topics.decisions(), "c1", alreadyRegistered(late), 10)));
        }

        assertThat(told).containsExactly("c1");
        assertThat(decisions.onRequest("p2", "c1", "r2").map(DecisionMapper::toDomain))
                .contains(alreadyRegistered(late));
    }

    /** Of a newer processor: with a field that this release does not know, and the schema's id in the value or its GUID in a header. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aDecisionIsKeptAsItWasWrittenWithTheSchemaOfItsWriter(boolean byGuid) throws IOException {
        Schema newer = newerSchema();
        Decision decision = registered("p1", "c1", "r1");
        BinaryMessageDecoder<GenericRecord> decoder = new BinaryMessageDecoder<>(GenericData.get(), newer);
        decoder.addSchema(LicenseDecision.getClassSchema());
        byte[] written = binary(newer, decoder.decode(content(decision)));
        int id = registry.register("licensing.decisions-value", newer.toString());
        byte[] prefix =
                byGuid ? new byte[0] : ByteBuffer.allocate(5).putInt(1, id).array();
        ConsumerRecord<byte[], byte[]> record =
                new ConsumerRecord<>(topics.decisions().name(), 0, 1, bytes("c1"), joined(prefix, written));
        if (byGuid) {
            UUID guid = UUID.nameUUIDFromBytes(bytes(newer.toString()));
            record.headers()
                    .add(
                            "__value_schema_id",
                            ByteBuffer.allocate(17)
                                    .put((byte) 1)
                                    .putLong(guid.getMostSignificantBits())
                                    .putLong(guid.getLeastSignificantBits())
                                    .array());
        }

        inbox.enter(List.of(record));

        assertThat(unreadable.count()).isZero();
        byte[] kept = database.client()
                .sql("select content from decisions")
                .query(byte[].class)
                .single();
        assertThat(Arrays.copyOfRange(kept, 10, kept.length)).isEqualTo(written);
        assertThat(ByteBuffer.wrap(kept).order(ByteOrder.LITTLE_ENDIAN).getLong(2))
                .isEqualTo(SchemaNormalization.parsingFingerprint64(newer));
        assertThat(new DecisionRepository(database.client())
                        .onRequest("p1", "c1", "r1")
                        .map(DecisionMapper::toDomain))
                .contains(decision);
    }

    private static byte[] joined(byte[] prefix, byte[] written) {
        return ByteBuffer.allocate(prefix.length + written.length)
                .put(prefix)
                .put(written)
                .array();
    }

    private static Schema newerSchema() {
        Schema today = LicenseDecision.getClassSchema();
        List<Schema.Field> fields = new ArrayList<>();
        fields.add(new Schema.Field("added", Schema.create(Schema.Type.STRING), "New.", "later"));
        today.getFields().forEach(field -> fields.add(new Schema.Field(field, field.schema())));
        return Schema.createRecord(today.getName(), today.getDoc(), today.getNamespace(), false, fields);
    }

    private static byte[] binary(Schema schema, GenericRecord record) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Encoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
        new GenericDatumWriter<GenericRecord>(schema).write(record, encoder);
        return bytes.toByteArray();
    }

    @Test
    void whatCannotBeReadIsKeptWithItsBytesAndBlocksNothing() {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        records.add(new ConsumerRecord<>("licensing.decisions", 0, 0, bytes("c1"), bytes("nonsense")));
        records.add(new ConsumerRecord<>("licensing.licenses", 0, 0, bytes("c1"), null));
        records.add(record(topics.charges(), "another", charge("p1", "c1")));
        // A revision that the processor never gives: the database refuses it.
        records.add(
                record(topics.licenses(), "c2", state("p1", "c2", LicenseStatus.ACTIVE, YearMonth.of(2026, 3), 0, 0)));
        records.addAll(all());

        inbox.enter(records);
        inbox.enter(records);

        assertThat(unreadable.count()).isEqualTo(4);
        assertThat(alarms)
                .contains(
                        "licensing.decisions-0@0",
                        "licensing.licenses-0@0",
                        "licensing.charges-0@9",
                        "licensing.licenses-0@9");
        assertThat(database.client()
                        .sql("select record_value from unreadable_records where topic = 'licensing.decisions'")
                        .query(byte[].class)
                        .single())
                .isEqualTo(bytes("nonsense"));
        assertThat(decisions.of("p1", "c1", 0, 10).total()).isEqualTo(1);
        assertThat(charges.open("p1", "c1")).hasSize(1);
    }

    private static Decision alreadyRegistered(Request request) {
        List<Reason> reasons = List.of(IdentityReasons.alreadyRegistered(request.customerId()));
        return new Decision(
                "refused",
                Cause.REQUEST,
                request.requestId(),
                request.customerId(),
                Requester.of(request, request.partnerId()),
                Outcome.REJECTED,
                false,
                reasons,
                List.of(),
                1,
                1,
                1,
                AT);
    }

    private List<ConsumerRecord<byte[], byte[]>> all() {
        return List.of(
                record(topics.decisions(), "c1", registered("p1", "c1", "r1")),
                record(topics.charges(), "c1", charge("p1", "c1")),
                record(
                        topics.licenses(),
                        "c1",
                        state("p1", "c1", LicenseStatus.ACTIVE, YearMonth.of(2026, 3), 1, 7_097)));
    }

    private static <V> ConsumerRecord<byte[], byte[]> record(Topic<String, V> topic, String key, V value) {
        return record(topic, key, value, 9);
    }

    private static <V> ConsumerRecord<byte[], byte[]> record(Topic<String, V> topic, String key, V value, long offset) {
        return new ConsumerRecord<>(
                topic.name(), 0, offset, bytes(key), topic.values().serializer().serialize(topic.name(), value));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
