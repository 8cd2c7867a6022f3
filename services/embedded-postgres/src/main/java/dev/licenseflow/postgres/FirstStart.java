package dev.licenseflow.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a kill during the first start leaves behind: programs unpacked in part, a database made in part. Neither would ever
 * start, and nobody has put anything in, so it is made anew.
 *
 * @param mark is there from before the data is made until the database has answered once
 */
record FirstStart(Path programs, Path data, Path mark) {

    /** The library makes this file in a folder of programs when it has unpacked all of them. */
    private static final String UNPACKED = ".exists";

    static FirstStart in(Path folder) {
        return new FirstStart(folder.resolve("programs"), folder.resolve("data"), folder.resolve("unfinished"));
    }

    /** Clears what cannot be used, once no server runs on it. */
    void begin() throws IOException {
        Files.createDirectories(programs);
        try (Stream<Path> versions = Files.list(programs)) {
            for (Path version : versions.toList()) {
                if (Files.notExists(version.resolve(UNPACKED))) {
                    delete(version);
                }
            }
        }
        if (Files.exists(mark)) {
            delete(data);
        } else if (Files.notExists(data)) {
            Files.createFile(mark);
        }
    }

    /** The database answers. */
    void end() throws IOException {
        Files.deleteIfExists(mark);
    }

    private static void delete(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return;
        }
        List<Path> contents;
        try (Stream<Path> found = Files.walk(folder)) {
            contents = found.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : contents) {
            Files.delete(path);
        }
    }
}
