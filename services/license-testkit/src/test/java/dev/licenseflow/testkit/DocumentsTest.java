package dev.licenseflow.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents name files that exist: whoever renames or moves one finds the lines to change. */
class DocumentsTest {

    private static final Path ROOT = Path.of("..", "..");
    private static final Pattern LINK = Pattern.compile("]\\((?!https?:)([^)#\\s]+)(#[^)]*)?\\)");
    private static final Pattern FILE =
            Pattern.compile("`([\\w./-]+\\.(java|avsc|sql|properties|html|yaml|md|txt|sh))`");
    private static final Set<String> NOT_OURS = Set.of(".git", "target", "node_modules");
    private static final int README_LINES = 150;

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md"})
    void linksLeadToFiles(String document) throws IOException {
        assertThat(found(LINK, ROOT.resolve(document)))
                .allSatisfy(link -> assertThat(ROOT.resolve(link)).exists());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ARCHITECTURE.md", "CONTRIBUTING.md"})
    void filesThatAreNamedExist(String document) throws IOException {
        List<Path> files = files();

        assertThat(found(FILE, ROOT.resolve(document)))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(files).anyMatch(file -> file.endsWith(name)));
    }

    @Test
    void theReadmeIsShort() throws IOException {
        assertThat(Files.readAllLines(ROOT.resolve("README.md"))).hasSizeLessThanOrEqualTo(README_LINES);
    }

    private static List<String> found(Pattern pattern, Path document) throws IOException {
        return pattern.matcher(Files.readString(document))
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    private static List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                return NOT_OURS.contains(folder.getFileName().toString())
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                files.add(file);
                return FileVisitResult.CONTINUE;
            }
        });
        return files;
    }
}
