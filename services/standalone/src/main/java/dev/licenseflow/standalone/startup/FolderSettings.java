package dev.licenseflow.standalone.startup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Properties;

/**
 * What is chosen once, when a data folder is created. Another number of partitions would split a customer's records, and
 * another zone would move month boundaries that decisions were already taken by. So the folder keeps both, and a start
 * that asks for others is refused.
 *
 * @param partitions of the topics
 * @param zone the business zone (T2)
 */
public record FolderSettings(int partitions, ZoneId zone) {

    private static final String FILE_NAME = "pipeline.properties";
    private static final String PARTITIONS_KEY = "partitions";
    private static final String ZONE_KEY = "zone";

    /**
     * The settings that the folder was created with; a new folder gets the requested ones.
     *
     * @param partitions what the user asks for, if anything
     * @param zone what the user asks for, if anything
     * @param defaults for a new folder where the user asks for nothing
     * @throws StartupRefusedException if the folder was created with other settings than the requested ones
     */
    public static FolderSettings readOrCreate(
            DataFolder folder, Optional<Integer> partitions, Optional<ZoneId> zone, FolderSettings defaults) {
        Path file = folder.resolve(FILE_NAME);
        try {
            if (!Files.exists(file)) {
                FolderSettings created =
                        new FolderSettings(partitions.orElse(defaults.partitions), zone.orElse(defaults.zone));
                DataFolder.writeAtOnce(
                        file, """
                        # How this pipeline was made. It cannot be changed: start with another data folder instead.
                        %s=%d
                        %s=%s
                        """.formatted(PARTITIONS_KEY, created.partitions, ZONE_KEY, created.zone.getId()));
                return created;
            }
            FolderSettings found = read(file);
            requireSame(folder, PARTITIONS_KEY, partitions, found.partitions);
            requireSame(folder, ZONE_KEY, zone, found.zone);
            return found;
        } catch (IOException e) {
            throw new StartupRefusedException(
                    "The data folder " + folder.path() + " cannot be used: " + e.getMessage(), e);
        }
    }

    private static FolderSettings read(Path file) throws IOException {
        Properties properties = DataFolder.readProperties(file);
        try {
            return new FolderSettings(
                    Integer.parseInt(properties.getProperty(PARTITIONS_KEY, "")),
                    ZoneId.of(properties.getProperty(ZONE_KEY, "")));
        } catch (NumberFormatException | DateTimeException e) {
            throw new StartupRefusedException("The file " + file + " is damaged: " + e.getMessage(), e);
        }
    }

    private static <T> void requireSame(DataFolder folder, String setting, Optional<T> requested, T found) {
        if (requested.isPresent() && !requested.get().equals(found)) {
            throw new StartupRefusedException(
                    "The data folder %s was made with %s %s, which cannot become %s; use that or another folder"
                            .formatted(folder.path(), setting, found, requested.get()));
        }
    }
}
