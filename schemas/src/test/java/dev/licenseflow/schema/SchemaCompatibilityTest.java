package dev.licenseflow.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every schema of today against every released version of it, and proof that a break would be seen. */
class SchemaCompatibilityTest {

    /**
     * Breaks that were made in steps, as schemas/README.md demands, written as this test reports them. Each names one
     * branch of a union that consumers knew before it was first sent.
     */
    private static final Set<String> ACCEPTED_BREAKS = Set.of();

    static List<Path> releases() throws IOException {
        return SchemaFiles.releases();
    }

    @Test
    void thereIsAtLeastOneRelease() throws IOException {
        assertThat(SchemaFiles.releases()).extracting(Path::getFileName).contains(Path.of("v1"));
    }

    @ParameterizedTest
    @MethodSource("releases")
    void everySchemaAndItsReleasedVersionReadEachOther(Path release) throws IOException {
        var current = SchemaFiles.current();
        SchemaFiles.in(release).forEach((file, released) -> {
            assertThat(current).as("a released schema is never dropped").containsKey(file);
            assertThat(FullCompatibility.breaks(current.get(file), released))
                    .as("%s against its copy in %s; schemas/README.md says how a schema may change", file, release)
                    .allMatch(each -> ACCEPTED_BREAKS.contains(release.getFileName() + "/" + file + " " + each));
        });
    }

    @Test
    void everySchemaHasBeenReleased() throws IOException {
        Path newest = SchemaFiles.releases().get(SchemaFiles.releases().size() - 1);
        assertThat(SchemaFiles.in(newest).keySet())
                .isEqualTo(SchemaFiles.current().keySet());
    }

    @Test
    void aNewFieldWithoutDefaultIsABreak() throws IOException {
        assertThat(breaksOf("ClockTick.avsc", json -> json.replace("\"fields\":[", """
                "fields":[{"name":"year","type":"int","doc":"New."},""")))
                .singleElement()
                .asString()
                .startsWith("new reads old: READER_FIELD_MISSING_DEFAULT_VALUE");
    }

    @Test
    void aNewFieldWithDefaultIsNone() throws IOException {
        assertThat(breaksOf("ClockTick.avsc", json -> json.replace("\"fields\":[", """
                "fields":[{"name":"year","type":["null","int"],"default":null,"doc":"New."},""")))
                .isEmpty();
    }

    @Test
    void aFieldThatGoesAwayIsABreak() throws IOException {
        assertThat(breaksOf("ClockTick.avsc", json -> json.replace("\"name\":\"partition\"", "\"name\":\"number\"")))
                .anyMatch(each -> each.startsWith("old reads new: READER_FIELD_MISSING_DEFAULT_VALUE"));
    }

    @Test
    void aNarrowerTypeIsABreak() throws IOException {
        assertThat(breaksOf("MonthClosed.avsc", json -> json.replace("\"type\":\"long\"", "\"type\":\"int\"")))
                .anyMatch(each -> each.startsWith("new reads old: TYPE_MISMATCH"));
    }

    @Test
    void aNewSymbolIsNoneSinceEveryEnumHasADefault() throws IOException {
        assertThat(breaksOf("ChargeSettlement.avsc", json -> json.replace("\"WAIVED\"]", "\"WAIVED\",\"DISPUTED\"]")))
                .isEmpty();
    }

    @Test
    void aSymbolThatGoesAwayIsABreakSinceItWouldBeReadAsUnknown() throws IOException {
        assertThat(breaksOf("ChargeSettlement.avsc", json -> json.replace(",\"WAIVED\"]", "]")))
                .containsExactly("dev.licenseflow.schema.settlement.SettlementOutcome lost [WAIVED]");
    }

    @Test
    void anEnumThatLosesItsDefaultIsABreakOnceASymbolComesOrGoes() throws IOException {
        assertThat(breaksOf(
                        "ChargeSettlement.avsc",
                        json -> json.replace("\"WAIVED\"],\"default\":\"UNKNOWN\"", "\"DISPUTED\"]")))
                .anyMatch(each -> each.startsWith("new reads old: MISSING_ENUM_SYMBOLS"));
    }

    @Test
    void aNewCommandIsABreakForReadersThatDoNotKnowIt() throws IOException {
        assertThat(breaksOf("LicenseRequest.avsc", json -> json.replace("\"type\":[{\"type\":\"record\"", """
                "type":[{"type":"record","name":"Transfer","namespace":"dev.licenseflow.schema.request","fields":[]},\
                {"type":"record\"""")))
                .isNotEmpty()
                .allMatch(each -> each.startsWith("old reads new: MISSING_UNION_BRANCH"));
    }

    private static List<String> breaksOf(String file, UnaryOperator<String> change) throws IOException {
        Schema schema = SchemaFiles.current().get(file);
        assertThat(schema).as("%s exists", file).isNotNull();
        String changed = change.apply(schema.toString());
        assertThat(changed).as("the change is one").isNotEqualTo(schema.toString());
        return FullCompatibility.breaks(parse(changed), schema);
    }

    private static Schema parse(String json) throws SchemaParseException {
        return new Schema.Parser().parse(json);
    }
}
