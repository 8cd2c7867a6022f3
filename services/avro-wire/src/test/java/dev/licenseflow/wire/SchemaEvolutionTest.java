package dev.licenseflow.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.licenseflow.schema.ChargeSettlement;
import dev.licenseflow.schema.ClockTick;
import dev.licenseflow.schema.LicenseRequest;
import dev.licenseflow.schema.settlement.SettlementOutcome;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Records of newer and older schemas than the program's own. */
class SchemaEvolutionTest {

    private static final String TOPIC = "licensing.any";
    private static final Map<String, Object> CONFIG = Map.of("schema.registry.url", "mock://schema-evolution-test");

    private SchemaRegistry registry;

    @BeforeEach
    void forget() {
        SchemaRegistry.forgetMock("schema-evolution-test");
        registry = SchemaRegistry.of(CONFIG);
    }

    @Test
    void aSymbolFromTheFutureIsReadAsUnknown() {
        String later = SchemaText.of(ChargeSettlement.getClassSchema(), true)
                .replace("\"WAIVED\"]", "\"WAIVED\",\"DISPUTED\"]");
        GenericRecord record = new GenericData.Record(new Schema.Parser().parse(later));
        record.put("settlementId", "s-1");
        record.put("customerId", "c-1");
        record.put("chargeIds", List.of());
        record.put(
                "outcome",
                new GenericData.EnumSymbol(
                        record.getSchema().getField("outcome").schema(), "DISPUTED"));
        WireSerializer<GenericRecord> serializer = new WireSerializer<>();
        serializer.configure(CONFIG, false);

        byte[] bytes = serializer.serialize(TOPIC, record);

        assertThat(AvroWire.deserializer(ChargeSettlement.class, CONFIG, false)
                        .deserialize(TOPIC, bytes)
                        .getOutcome())
                .isEqualTo(SettlementOutcome.UNKNOWN);
    }

    /** Avro by itself would take it for the first known command of a fitting shape: Renew. */
    @Test
    void aCommandFromTheFutureIsABadRecordAndTheKnownOnesBesideItAreNot() {
        Schema later = new Schema.Parser()
                .parse(SchemaText.of(LicenseRequest.getClassSchema(), true)
                        .replace("{\"type\":\"record\",\"name\":\"Renew\",", """
                                {"type":"record","name":"Transfer","namespace":"dev.licenseflow.schema.request",\
                                "fields":[]},{"type":"record","name":"Renew",\
                                """));
        assertThat(later.getField("command").schema().getTypes()).hasSize(18);
        WireSerializer<GenericRecord> serializer = new WireSerializer<>();
        serializer.configure(CONFIG, false);
        Deserializer<LicenseRequest> deserializer = AvroWire.deserializer(LicenseRequest.class, CONFIG, false);

        byte[] transfer = serializer.serialize(TOPIC, request(later, "Transfer"));
        assertThatThrownBy(() -> deserializer.deserialize(TOPIC, transfer))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("Transfer");
        for (String known : List.of("Renew", "Suspend", "Resume")) {
            byte[] bytes = serializer.serialize(TOPIC, request(later, known));
            assertThat(deserializer
                            .deserialize(TOPIC, bytes)
                            .getCommand()
                            .getClass()
                            .getSimpleName())
                    .isEqualTo(known);
        }
    }

    private static GenericRecord request(Schema schema, String command) {
        Schema commands = schema.getField("command").schema();
        int index = commands.getIndexNamed("dev.licenseflow.schema.request." + command);
        return new GenericRecordBuilder(schema)
                .set("requestId", "r-1")
                .set("customerId", "c-1")
                .set("partnerId", "p-1")
                .set(
                        "channel",
                        new GenericData.EnumSymbol(schema.getField("channel").schema(), "CUSTOMERS"))
                .set("command", new GenericData.Record(commands.getTypes().get(index)))
                .build();
    }

    @Test
    void onlyUnknownBranchesAreTakenOutOfAWritersSchema() {
        Samples.all().map(SpecificRecord::getSchema).forEach(schema -> {
            Schema writer = SchemaText.parse(SchemaText.of(schema, true));
            assertThat(StrictUnions.of(writer, schema)).isSameAs(writer);
        });
    }

    @Test
    void theLatestVersionIsUsedWhereItIsWrittenTheSame() {
        Map<String, Object> config = Map.of(
                "schema.registry.url",
                CONFIG.get("schema.registry.url"),
                "auto.register.schemas",
                false,
                "use.latest.version",
                true);
        String own = SchemaText.of(ClockTick.getClassSchema(), true);
        String otherDoc = own.replace("Number of the partition", "The number of the partition");
        registry.register(TOPIC + "-value", own);
        registry.register(TOPIC + "-value", otherDoc);
        assertThat(AvroWire.serializer(ClockTick.class, config, false).serialize(TOPIC, Samples.tick()))
                .startsWith(0, 0, 0, 0, 2);

        String grown = own.replace("\"fields\":[", "\"fields\":[{\"name\":\"n\",\"type\":\"int\",\"default\":0},");
        registry.register(TOPIC + "-value", grown);
        assertThat(AvroWire.serializer(ClockTick.class, config, false).serialize(TOPIC, Samples.tick()))
                .as("the latest is written otherwise, so the record's own version is named")
                .startsWith(0, 0, 0, 0, 1);
    }
}
