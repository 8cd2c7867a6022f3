package dev.licenseflow.standalone.broker;

import dev.licenseflow.standalone.startup.DataFolder;
import dev.licenseflow.standalone.startup.StartupRefusedException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.Feature;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * The broker's own folder inside the data folder. Kafka wants it formatted before the first start; that happens in a
 * draft folder which is then renamed, so that a kill in between leaves no half-formatted folder that never starts.
 */
final class BrokerStorage {

    private static final String FOLDER_NAME = "kafka";
    private static final String DRAFT_NAME = "kafka.new";

    private BrokerStorage() {}

    static boolean isIn(DataFolder dataFolder) {
        return Files.exists(dataFolder.resolve(FOLDER_NAME));
    }

    static Path prepare(DataFolder dataFolder) {
        Path folder = dataFolder.resolve(FOLDER_NAME);
        if (folder.toString().contains(",")) {
            throw new StartupRefusedException(
                    "The data folder " + dataFolder.path() + " has a comma in its path, which Kafka cannot use");
        }
        if (!Files.exists(folder)) {
            format(dataFolder, folder);
        }
        return folder;
    }

    private static void format(DataFolder dataFolder, Path folder) {
        Path draft = dataFolder.resolve(DRAFT_NAME);
        try (PrintStream silent = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
            deleteRecursively(draft);
            Files.createDirectories(draft);
            new Formatter()
                    .setClusterId(dataFolder.clusterId())
                    .setNodeId(BrokerProperties.NODE_ID)
                    .setDirectories(List.of(draft.toString()))
                    .setMetadataLogDirectory(draft.toString())
                    .setControllerListenerName(BrokerProperties.CONTROLLER_LISTENER)
                    .setReleaseVersion(MetadataVersion.latestProduction())
                    .setSupportedFeatures(Feature.PRODUCTION_FEATURES)
                    .setPrintStream(silent)
                    .run();
            Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("the broker's folder " + folder + " could not be written", e);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("the broker's folder " + folder + " could not be formatted", e);
        }
    }

    private static void deleteRecursively(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
