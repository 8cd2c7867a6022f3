package dev.licenseflow.messaging.json;

import dev.licenseflow.domain.catalog.CatalogVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The catalog that ships with the project, so that all can be tried without writing one first. */
public final class DefaultCatalog {

    private static final String RESOURCE = "/catalog/default.yaml";

    private DefaultCatalog() {}

    public static CatalogVersion load() {
        return CatalogYaml.parse(text());
    }

    /** The document itself, comments included, as a start for one's own. */
    public static String text() {
        try (InputStream resource = DefaultCatalog.class.getResourceAsStream(RESOURCE)) {
            if (resource == null) {
                throw new IllegalStateException("The jar lacks " + RESOURCE);
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
