package dev.licenseflow.processor.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licenseflow.domain.decision.Decision;
import dev.licenseflow.domain.engine.FirstDecision;
import dev.licenseflow.domain.license.CustomerLicenses;
import dev.licenseflow.messaging.mapping.decision.DecisionBinary;
import dev.licenseflow.messaging.mapping.decision.DecisionMapper;
import dev.licenseflow.messaging.sample.Decisions;
import dev.licenseflow.messaging.sample.Licenses;
import dev.licenseflow.messaging.sample.OlderRelease;
import dev.licenseflow.messaging.state.CustomerLicensesState;
import dev.licenseflow.messaging.state.FirstDecisionState;
import dev.licenseflow.messaging.state.MonthSweepState;
import dev.licenseflow.schema.LicenseDecision;
import dev.licenseflow.wire.ReleasedSchemas;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.SchemaNormalization;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a release of the processor has stored is read by every later one. */
class StoredSchemasTest {

    private static final Path TODAY = Path.of("src/main/avro-internal");

    static List<Path> stored() throws IOException {
        try (Stream<Path> files = Files.list(TODAY)) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("stored")
    void theSchemaOfTodayIsTheNewestReleasedCopy(Path file) throws IOException {
        List<Schema> released = released(file);
        assertThat(SchemaNormalization.toParsingForm(released.get(released.size() - 1)))
                .as(
                        "%s has changed: copy it to src/main/resources/stored as version %s, and edit no earlier copy",
                        file.getFileName(), released.size() + 1)
                .isEqualTo(SchemaNormalization.toParsingForm(today(file)));
    }

    @ParameterizedTest
    @MethodSource("stored")
    void theSchemaOfTodayReadsEveryReleasedCopy(Path file) throws IOException {
        Schema today = today(file);
        assertThat(released(file))
                .allSatisfy(earlier -> assertThat(SchemaCompatibility.checkReaderWriterCompatibility(today, earlier)
                                .getType())
                        .isEqualTo(SchemaCompatibilityType.COMPATIBLE));
    }

    /** Decisions are stored by the schema of the public contract. */
    @Test
    void theSchemaOfDecisionsIsReleased() {
        assertThat(DecisionBinary.released())
                .extracting(SchemaNormalization::toParsingForm)
                .as("LicenseDecision has changed: schemas/README.md says how it is released")
                .contains(SchemaNormalization.toParsingForm(LicenseDecision.getClassSchema()));
    }

    @Test
    void customersStoredWithAnOlderSchemaAreRead() {
        CustomerLicenses customer = Licenses.many().stream()
                .filter(each -> each.quote().match(() -> true, open -> true, closed -> false))
                .skip(2)
                .findFirst()
                .orElseThrow();
        Schema older = OlderRelease.of(CustomerLicensesState.getClassSchema(), "closedQuote");
        byte[] stored = OlderRelease.stored(CustomerLicensesMapper.toState(customer), older);

        assertThat(read(StateSerdes.customers(List.of(older)), stored)).isEqualTo(customer);
    }

    @Test
    void sweepsStoredWithAnOlderSchemaAreRead() {
        YearMonth march = YearMonth.of(2026, 3);
        MonthSweep sweep =
                new MonthSweep(march, Optional.of(march.plusMonths(1)), Optional.empty(), Collections.emptySortedMap());
        Schema older = OlderRelease.of(MonthSweepState.getClassSchema(), "cursor");
        byte[] stored = OlderRelease.stored(MonthSweepMapper.toState(sweep), older);

        assertThat(read(StateSerdes.monthSweeps(List.of(older)), stored)).isEqualTo(sweep);
    }

    /** Both schemas have changed since: the stored value's, and that of the decision in it. */
    @Test
    void firstDecisionsStoredWithOlderSchemasAreRead() {
        Decision decision = Decisions.many().stream()
                .filter(each -> each.quote().isEmpty())
                .findFirst()
                .orElseThrow();
        Schema olderDecision = OlderRelease.of(LicenseDecision.getClassSchema(), "quote");
        Schema older = OlderRelease.of(FirstDecisionState.getClassSchema(), "none");
        FirstDecisionState state = new FirstDecisionState(
                "digest", ByteBuffer.wrap(OlderRelease.stored(DecisionMapper.toAvro(decision), olderDecision)));

        assertThat(read(
                        StateSerdes.firstDecisions(List.of(older), List.of(olderDecision)),
                        OlderRelease.stored(state, older)))
                .isEqualTo(new FirstDecision("digest", decision));
    }

    private static <T> T read(Serde<T> serde, byte[] stored) {
        return serde.deserializer().deserialize("store", stored);
    }

    private static Schema today(Path file) throws IOException {
        return new Schema.Parser().parse(file.toFile());
    }

    private static List<Schema> released(Path file) {
        String name = file.getFileName().toString().replace(".avsc", "");
        return ReleasedSchemas.of(StateSerdes.class, "/stored/" + name + "/v%d.avsc");
    }
}
