package dev.licenseflow.cli.catalog;

import dev.licenseflow.cli.text.UserError;
import dev.licenseflow.domain.catalog.CatalogFault;
import dev.licenseflow.domain.catalog.CatalogRules;
import dev.licenseflow.domain.catalog.CatalogVersion;
import dev.licenseflow.messaging.json.CatalogFormatException;
import dev.licenseflow.messaging.json.CatalogYaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Catalog documents that a user names on the command line. */
public final class CatalogFiles {

    private CatalogFiles() {}

    /**
     * Reads one document.
     *
     * @throws UserError if it cannot be read or is no catalog document, with every fault of the text
     */
    static CatalogVersion read(Path file) {
        try {
            return CatalogYaml.parse(Files.readString(file));
        } catch (CatalogFormatException wrong) {
            throw new UserError(
                    wrong.faults().stream().map(fault -> file + ":" + fault).collect(Collectors.joining("\n")), wrong);
        } catch (IOException unreadable) {
            throw UserError.unreadable(file.toString(), unreadable);
        }
    }

    /**
     * Reads versions that follow each other, in whatever order they are named.
     *
     * @throws UserError if one cannot be read or may not follow the one before it (C3)
     */
    public static List<CatalogVersion> readHistory(List<Path> files) {
        List<CatalogVersion> catalogs = files.stream()
                .map(CatalogFiles::read)
                .sorted(Comparator.comparingInt(CatalogVersion::version))
                .toList();
        List<String> wrong = new ArrayList<>();
        Optional<CatalogVersion> previous = Optional.empty();
        for (CatalogVersion catalog : catalogs) {
            for (CatalogFault fault : CatalogRules.faults(catalog, previous)) {
                wrong.add("catalog version " + catalog.version() + ": " + fault);
            }
            previous = Optional.of(catalog);
        }
        if (!wrong.isEmpty()) {
            throw new UserError(String.join("\n", wrong));
        }
        return catalogs;
    }
}
