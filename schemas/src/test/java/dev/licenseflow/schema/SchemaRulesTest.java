package dev.licenseflow.schema;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

/** Every schema explains itself and is ready to grow, and proof that one that is not would be seen. */
class SchemaRulesTest {

    @Test
    void everyTopicValueHasASchemaFileNamedAfterIt() throws IOException {
        assertThat(SchemaFiles.current())
                .hasSize(8)
                .allSatisfy((file, schema) -> assertThat(file).isEqualTo(schema.getName() + ".avsc"));
    }

    @Test
    void everyFieldHasADocAndEveryEnumADefault() throws IOException {
        assertThat(SchemaFiles.current())
                .allSatisfy((file, schema) ->
                        assertThat(SchemaFaults.of(schema)).as(file).isEmpty());
    }

    @Test
    void theGeneratedClassesAreThoseOfTheFiles() throws IOException {
        Map<String, Schema> generated = Stream.of(
                        LicenseRequest.getClassSchema(),
                        ChargeSettlement.getClassSchema(),
                        ClockTick.getClassSchema(),
                        CatalogVersion.getClassSchema(),
                        LicenseDecision.getClassSchema(),
                        Charge.getClassSchema(),
                        LicenseState.getClassSchema(),
                        MonthClosed.getClassSchema())
                .collect(toMap(schema -> schema.getName() + ".avsc", schema -> schema));
        assertThat(generated).containsOnlyKeys(SchemaFiles.current().keySet());
        assertThat(SchemaFiles.current()).allSatisfy((file, schema) -> {
            assertThat(generated.get(file).getFullName()).isEqualTo(schema.getFullName());
            assertThat(FullCompatibility.breaks(generated.get(file), schema)).isEmpty();
        });
    }

    @Test
    void aFieldWithoutDocIsAFault() {
        assertThat(faultsOf("""
                {"type":"record","name":"R","namespace":"dev.licenseflow.schema","doc":"R.",
                 "fields":[{"name":"f","type":"int"}]}""")).containsExactly("no doc: dev.licenseflow.schema.R.f");
    }

    @Test
    void anEnumWithoutDefaultIsAFaultHoweverDeepItLies() {
        assertThat(faultsOf("""
                {"type":"record","name":"R","namespace":"dev.licenseflow.schema","doc":"R.","fields":[
                 {"name":"f","doc":"F.","default":null,"type":["null",{"type":"array","items":{"type":"map","values":
                  {"type":"enum","name":"E","doc":"E.","symbols":["A","UNKNOWN"]}}}]}]}"""))
                .containsExactly(
                        "default is not UNKNOWN: dev.licenseflow.schema.E",
                        "first symbol is not UNKNOWN: dev.licenseflow.schema.E");
    }

    @Test
    void aNullableFieldWithoutDefaultAndAnInexactNumberAreFaults() {
        assertThat(faultsOf("""
                {"type":"record","name":"R","namespace":"elsewhere","doc":"R.","fields":[
                 {"name":"f","doc":"F.","type":["null","double"]}]}"""))
                .containsExactly(
                        "outside dev.licenseflow.schema: elsewhere.R",
                        "nullable without default null: elsewhere.R.f",
                        "inexact type DOUBLE");
    }

    private static Iterable<String> faultsOf(String json) {
        return SchemaFaults.of(new Schema.Parser().parse(json));
    }
}
