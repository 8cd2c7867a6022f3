package dev.licenseflow.standalone.startup;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Properties;

/**
 * What is chosen once, when a data folder is made. Another number of partitions would split a customer's records, and
 * another zone would move month boundaries that decisions were already taken by; so the folder remembers both, and a
 * start that asks for others is refused.
 *
 * @param partitions of the topics
 * @param zone the business zone (T2)
 */
public record FolderSettings(int partitions, ZoneId zone) {

    private static final String FILE_NAME = "pipeline.properties";
    private static final String DRAFT_NAME = "pipeline.properties.new";
    private static final String PARTITIONS_KEY = "partitions";
    private static final String ZONE_KEY = "zone";

    /**
     * What the folder was made with; a new folder is made with what is asked for.
     *
     * @param partitions what the user asks for, if anything
     * @param zone what the user asks for, if anything
     * @param otherwise for a new folder where the user asks for nothing
     * @throws StartupRefusedException if the folder was made with something else than is asked for
     */
    public static FolderSettings readOrCreate(
            DataFolder folder, Optional<Integer> partitions, Optional<ZoneId> zone, FolderSettings otherwise) {
        try {
            Path file = folder.resolve(FILE_NAME);
            if (!Files.exists(file)) {
                FolderSettings made =
                        new FolderSettings(partitions.orElse(otherwise.partitions), zone.orElse(otherwise.zone));
                made.write(folder.resolve(DRAFT_NAME), file);
                return made;
            }
            FolderSettings found = read(file);
            requireSame(folder, "partitions", partitions, found.partitions);
            requireSame(folder, "zone", zone, found.zone);
            return found;
        } catch (IOException e) {
            throw new StartupRefusedException(
                    "The data folder " + folder.path() + " cannot be used: " + e.getMessage(), e);
        }
    }

    private static FolderSettings read(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        try {
            return new FolderSettings(
                    Integer.parseInt(properties.getProperty(PARTITIONS_KEY, "")),
                    ZoneId.of(properties.getProperty(ZONE_KEY, "")));
        } catch (NumberFormatException | DateTimeException e) {
            throw new StartupRefusedException("The file " + file + " is damaged: " + e.getMessage(), e);
        }
    }

    private void write(Path draft, Path file) throws IOException {
        Files.writeString(draft, """
                # How this pipeline was made. It cannot be changed: start with another data folder instead.
                %s=%d
                %s=%s
                """.formatted(PARTITIONS_KEY, partitions, ZONE_KEY, zone.getId()));
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static <T> void requireSame(DataFolder folder, String what, Optional<T> asked, T found) {
        if (asked.isPresent() && !asked.get().equals(found)) {
            throw new StartupRefusedException(
                    "The data folder %s was made with %s %s, which cannot become %s; use that or another folder"
                            .formatted(folder.path(), what, found, asked.get()));
        }
    }
}
