package dev.licenseflow.processor.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licenseflow.messaging.topic.LicensingTopics;
import dev.licenseflow.processor.processor.ProcessorSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LicenseTopologyTest {

    private static final Path GOLDEN = Path.of("src", "test", "resources", "golden", "topology.txt");
    private static final String ACCEPT = "golden.accept";
    private static final String ADVICE = """
            The topology is not the one that is deployed.

            Names are part of a deployment. A store under another name starts empty: its changelog is called after it, so
            every customer, every remembered id and every open month close would be gone, and what stands in the old
            changelog would be orphaned. A topic read under another name is read from its begin. A changed number of
            sub-topologies renumbers the tasks, and with them the local state of every instance.
            A node that merely moved or is new harms nothing.

            If the change is meant, say in the release notes how a deployment gets there, and accept it with
              mvn -pl services/license-processor test -Dtest=LicenseTopologyTest -D%s=true
            which rewrites %s.
            """.formatted(ACCEPT, GOLDEN);

    @Test
    void theTopologyIsTheOneThatIsDeployed() throws IOException {
        LicensingTopics topics = LicensingTopics.of(Map.of("schema.registry.url", "mock://golden"));
        String described =
                LicenseTopology.of(topics, ProcessorSettings.DEFAULT).describe().toString();
        if (Boolean.getBoolean(ACCEPT)) {
            Files.createDirectories(GOLDEN.getParent());
            Files.writeString(GOLDEN, described);
        }
        assertThat(GOLDEN).as(ADVICE).exists();
        assertThat(described).as(ADVICE).isEqualTo(Files.readString(GOLDEN));
    }
}
