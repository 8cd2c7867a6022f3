package dev.licenseflow.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;

/**
 * The schemas of all releases of a generated class, as frozen copies on the class path. What an earlier release has stored is
 * read with the copy that it was written with.
 */
public final class ReleasedSchemas {

    private ReleasedSchemas() {}

    /**
     * The copies of every version, counted from 1 without a gap; there is at least one.
     *
     * @param path of a copy on the class path, with {@code %d} for the version
     */
    public static List<Schema> of(Class<?> type, String path) {
        List<Schema> released = new ArrayList<>();
        for (int version = 1; version == released.size() + 1; version++) {
            try (InputStream copy = type.getResourceAsStream(path.formatted(version))) {
                if (copy != null) {
                    released.add(new Schema.Parser().parse(copy));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        if (released.isEmpty()) {
            throw new IllegalStateException("No release of " + type.getName() + " at " + path);
        }
        return released;
    }
}
