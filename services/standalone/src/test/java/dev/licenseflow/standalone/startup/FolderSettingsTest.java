package dev.licenseflow.standalone.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderSettingsTest {

    private static final ZoneId SAO_PAULO = ZoneId.of("America/Sao_Paulo");
    private static final FolderSettings DEFAULTS = new FolderSettings(8, SAO_PAULO);

    @TempDir
    private Path temp;

    @Test
    void aNewFolderIsMadeWithWhatIsAskedForOrElseWithTheDefaults() {
        assertThat(settings(Optional.of(3), Optional.empty())).isEqualTo(new FolderSettings(3, SAO_PAULO));
    }

    @Test
    void aFolderStaysAsItWasMade() {
        settings(Optional.of(3), Optional.of(ZoneId.of("America/Manaus")));

        assertThat(settings(Optional.empty(), Optional.empty()))
                .isEqualTo(new FolderSettings(3, ZoneId.of("America/Manaus")));
        assertRefused(Optional.of(8), Optional.empty(), "was made with partitions 3, which cannot become 8");
        assertRefused(Optional.empty(), Optional.of(SAO_PAULO), "was made with zone America/Manaus");
    }

    @Test
    void aDamagedFileIsNotGuessedAt() throws IOException {
        Files.writeString(temp.resolve("licenseflow.properties"), "layout.version=3\ncluster.id=abc\n");
        Files.writeString(temp.resolve("pipeline.properties"), "partitions=many\n");

        assertRefused(Optional.empty(), Optional.empty(), "is damaged");
    }

    private FolderSettings settings(Optional<Integer> partitions, Optional<ZoneId> zone) {
        try (DataFolder folder = DataFolder.open(temp)) {
            return FolderSettings.readOrCreate(folder, partitions, zone, DEFAULTS);
        }
    }

    private void assertRefused(Optional<Integer> partitions, Optional<ZoneId> zone, String reason) {
        assertThatThrownBy(() -> settings(partitions, zone))
                .isInstanceOf(StartupRefusedException.class)
                .hasMessageContaining(reason);
    }
}
