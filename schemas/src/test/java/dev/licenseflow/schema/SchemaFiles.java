package dev.licenseflow.schema;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.avro.Schema;

/** The schema files of this module, each parsed by itself, as a registry would. */
final class SchemaFiles {

    private static final Path CURRENT = Path.of("src/main/avro");
    private static final Path RELEASED = Path.of("src/main/resources/released");

    private SchemaFiles() {}

    /** The schemas of today, by file name. */
    static SortedMap<String, Schema> current() throws IOException {
        return in(CURRENT);
    }

    /** The folders of all released versions, such as {@code v1}. */
    static List<Path> releases() throws IOException {
        try (Stream<Path> folders = Files.list(RELEASED)) {
            return folders.filter(Files::isDirectory).sorted().toList();
        }
    }

    /** The schemas in a folder, by file name; a parser of its own for each proves that it needs no other file. */
    static SortedMap<String, Schema> in(Path folder) throws IOException {
        SortedMap<String, Schema> schemas = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                schemas.put(file.getFileName().toString(), new Schema.Parser().parse(file.toFile()));
            }
        }
        return schemas;
    }
}
