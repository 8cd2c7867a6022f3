package dev.licenseflow.standalone;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.licenseflow.standalone.broker.EmbeddedBroker;
import dev.licenseflow.standalone.broker.FatalFaults;

/** What is checked before a start knows nothing of what is started, and the broker nothing of the pipeline around it. */
@AnalyzeClasses(packages = "dev.licenseflow.standalone", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule PACKAGES_HAVE_NO_CYCLES =
            slices().matching("dev.licenseflow.(**)").should().beFreeOfCycles();

    /** Kafka's server has no public API, so the classes that a new version may break are in two files. */
    @ArchTest
    static final ArchRule KAFKAS_SERVER_IS_USED_IN_TWO_PLACES_ONLY = noClasses()
            .that()
            .doNotBelongToAnyOf(EmbeddedBroker.class, FatalFaults.class)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "kafka..",
                    "org.apache.kafka.server..",
                    "org.apache.kafka.metadata..",
                    "org.apache.kafka..internals..");
}
