package dev.licenseflow.system;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The arrows between packages, of all modules. What the domain must not need is stated in its own module. */
@AnalyzeClasses(packages = "dev.licenseflow", importOptions = ArchitectureTest.MainClasses.class)
class ArchitectureTest {

    /** What is shipped: neither the tests of this module nor the jars with those of others. */
    static final class MainClasses implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("/test-classes/") && !location.contains("-tests.jar");
        }
    }

    @ArchTest
    static final ArchRule PACKAGES_HAVE_NO_CYCLES =
            slices().matching("dev.licenseflow.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule THE_WIRE_FORMAT_KNOWS_NOTHING_OF_LICENSES = noClasses()
            .that()
            .resideInAnyPackage("dev.licenseflow.wire..", "dev.licenseflow.registry..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.licenseflow.domain..",
                    "dev.licenseflow.schema..",
                    "dev.licenseflow.messaging..",
                    "dev.licenseflow.processor..");

    @ArchTest
    static final ArchRule SERVICES_KNOW_EACH_OTHER_BY_TOPICS_AND_HTTP_ALONE = slices().matching(
                    "dev.licenseflow.(processor|billing|portal)..")
            .should()
            .notDependOnEachOther();

    /** Kafka's server has no public API, so the classes that a new version may break are in two files. */
    @ArchTest
    static final ArchRule KAFKAS_INTERNALS_ARE_USED_IN_TWO_PLACES_ONLY = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("dev.licenseflow.standalone.broker.EmbeddedBroker")
            .and()
            .doNotHaveFullyQualifiedName("dev.licenseflow.standalone.broker.FatalFaults")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "kafka..",
                    "org.apache.kafka.server..",
                    "org.apache.kafka.metadata..",
                    "org.apache.kafka..internals..");
}
