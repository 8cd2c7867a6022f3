package dev.licenseflow.standalone.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    @TempDir
    private Path temp;

    @Test
    void aMissingFolderIsMadeAndMarkedAsOurs() {
        Path path = temp.resolve("deep/er");

        try (DataFolder folder = DataFolder.open(path)) {
            assertThat(folder.path()).isEqualTo(path);
            assertThat(folder.clusterId()).isNotBlank();
            assertThat(path.resolve("licenseflow.properties")).content().contains("layout.version=3");
        }
    }

    @Test
    void theClusterKeepsItsIdWhenTheFolderIsOpenedAgain() {
        String first = openAndClose();

        assertThat(openAndClose()).isEqualTo(first);
    }

    @Test
    void aFolderInUseIsRefusedWithTheProcessThatUsesIt() {
        try (DataFolder open = DataFolder.open(temp)) {
            assertRefused(
                    open.path(),
                    "is in use by process " + ProcessHandle.current().pid());
        }
    }

    @Test
    void aFolderOfSomebodyElseIsRefusedAndLeftAsItWas() throws IOException {
        Files.writeString(temp.resolve("thesis.txt"), "chapter one");

        assertRefused(temp, "holds other files");

        try (Stream<Path> entries = Files.list(temp)) {
            assertThat(entries).containsExactly(temp.resolve("thesis.txt"));
        }
    }

    @Test
    void aFolderOfAnotherLayoutVersionIsRefusedAndNotLocked() throws IOException {
        Path properties = temp.resolve("licenseflow.properties");
        Files.writeString(properties, "layout.version=4\ncluster.id=abc\n");
        assertRefused(temp, "has layout version 4, this program needs 3; choose another folder");

        Files.writeString(properties, "layout.version=3\ncluster.id=abc\n");
        assertThat(openAndClose()).isEqualTo("abc");
    }

    @Test
    void aFolderWithoutItsClusterIdIsRefusedAsDamaged() throws IOException {
        Files.writeString(temp.resolve("licenseflow.properties"), "layout.version=3\n");

        assertRefused(temp, "is damaged: no cluster.id");
    }

    @Test
    void aFirstStartThatWasKilledHalfwayIsTakenUpAgain() throws IOException {
        Files.writeString(temp.resolve("licenseflow.lock"), "1");
        Files.writeString(temp.resolve("licenseflow.properties.new"), "layout.ver");

        assertThat(openAndClose()).isNotBlank();
    }

    @Test
    void aFileInPlaceOfTheFolderIsRefused() throws IOException {
        Path file = Files.writeString(temp.resolve("file"), "");

        assertRefused(file, "is not a folder");
    }

    @Test
    void aFolderThatCannotBeMadeIsRefused() throws IOException {
        Path file = Files.writeString(temp.resolve("file"), "");

        assertRefused(file.resolve("data"), "cannot be written");
    }

    private String openAndClose() {
        try (DataFolder folder = DataFolder.open(temp)) {
            return folder.clusterId();
        }
    }

    private static void assertRefused(Path path, String reason) {
        assertThatThrownBy(() -> DataFolder.open(path))
                .isInstanceOf(StartupRefusedException.class)
                .hasMessageContaining(path.toString())
                .hasMessageContaining(reason)
                .message()
                .doesNotContain("\n");
    }
}
