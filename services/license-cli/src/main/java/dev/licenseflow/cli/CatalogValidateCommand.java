package dev.licenseflow.cli;

import dev.licenseflow.domain.catalog.CatalogFault;
import dev.licenseflow.domain.catalog.CatalogFaultCode;
import dev.licenseflow.domain.catalog.CatalogRules;
import dev.licenseflow.domain.catalog.CatalogVersion;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code licenseflow catalog validate}: every fault of a document at once (C3). */
@Command(
        name = "validate",
        mixinStandardHelpOptions = true,
        description = "Tells every fault of a catalog document at once.",
        footer = {
            "",
            "Examples:",
            "  licenseflow catalog validate v1.yaml",
            "  licenseflow catalog validate v3.yaml --after v1.yaml v2.yaml",
            "",
            "Exit status: 0 when it is valid; 2 when it is not, with one line per fault."
        })
final class CatalogValidateCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "The document.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path file;

    @Option(
            names = "--after",
            paramLabel = "PREVIOUS",
            arity = "1..*",
            description = "The versions before it; without them it is checked by itself only.")
    private List<Path> previous = List.of();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() {
        CatalogVersion catalog = CatalogFiles.read(file);
        List<CatalogVersion> history = CatalogFiles.readHistory(previous);
        Optional<CatalogVersion> last = history.stream().reduce((earlier, later) -> later);
        List<CatalogFault> faults = CatalogRules.faults(catalog, last).stream()
                .filter(fault -> last.isPresent() || fault.code() != CatalogFaultCode.VERSION_NOT_NEXT)
                .toList();
        if (!faults.isEmpty()) {
            throw new UserError(
                    faults.stream().map(fault -> file + ": " + fault).collect(Collectors.joining("\n")));
        }
        PrintWriter output = spec.commandLine().getOut();
        output.printf(
                "%s: version %d with %d products is valid%s%n",
                file,
                catalog.version(),
                catalog.products().size(),
                last.map(before -> " after version " + before.version())
                        .orElse(catalog.version() == 1 ? "" : " by itself; --after checks what may follow what"));
        return CommandLine.ExitCode.OK;
    }
}
