package dev.licenseflow.cli;

import dev.licenseflow.cli.client.PipelineOptions;
import dev.licenseflow.cli.demo.Demo;
import dev.licenseflow.cli.demo.LedgerClient;
import dev.licenseflow.cli.text.Language;
import dev.licenseflow.cli.text.TerminalColors;
import dev.licenseflow.cli.text.UserError;
import dev.licenseflow.domain.catalog.CatalogHistory;
import dev.licenseflow.domain.month.BusinessCalendar;
import dev.licenseflow.messaging.publishing.CatalogTopic;
import dev.licenseflow.messaging.publishing.KafkaAccess;
import dev.licenseflow.processor.processor.ProcessorSettings;
import dev.licenseflow.standalone.pipeline.StartPhase;
import java.io.PrintWriter;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code licenseflow demo}: the story of the help page, live. */
@Command(name = "demo", mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class DemoCommand implements Callable<Integer> {

    @Option(names = "--lang", paramLabel = "pt|en", defaultValue = "pt")
    private Language language;

    @ArgGroup(exclusive = false)
    private @Nullable PipelineOptions running;

    @Option(names = "--ledger", paramLabel = "URL")
    private Optional<String> ledger = Optional.empty();

    @Option(names = "--zone", paramLabel = "ZONE", defaultValue = "America/Sao_Paulo")
    private ZoneId zone;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter output = spec.commandLine().getOut();
        PrintWriter errors = spec.commandLine().getErr();
        TerminalColors colors = TerminalColors.ofTerminal();
        long begun = System.nanoTime();
        Demo demo = new Demo(output, language, colors, new BusinessCalendar(zone));
        int wrong = running == null
                ? playOwn(demo, phase -> errors.println(colors.faint(describe(phase) + " …")))
                : playOn(demo, running);
        double seconds = (System.nanoTime() - begun) / 1e9;
        output.println();
        if (wrong == 0) {
            output.println(colors.good(language.text("demo.allRight")) + String.format(" (%.1f s).", seconds));
            return CommandLine.ExitCode.OK;
        }
        output.println(colors.bad(language.text("demo.someWrong", wrong)));
        return CommandLine.ExitCode.SOFTWARE;
    }

    private String describe(StartPhase phase) {
        return language == Language.EN ? phase.description() : language.word(phase);
    }

    private int playOwn(Demo demo, Consumer<StartPhase> progress) throws InterruptedException {
        if (ledger.isPresent()) {
            throw new UserError("--ledger goes with --bootstrap or --registry: the demo's own pipeline has a ledger");
        }
        return demo.play(progress);
    }

    private int playOn(Demo demo, PipelineOptions options) throws InterruptedException {
        KafkaAccess access = options.connect();
        Optional<LedgerClient> client =
                ledger.isPresent() ? Optional.of(LedgerClient.connect(ledger.get())) : Optional.empty();
        return demo.play(access, catalogs(access), client);
    }

    private static CatalogHistory catalogs(KafkaAccess access) {
        try {
            return new CatalogTopic(access, ProcessorSettings.DEFAULT.publishMargin()).history();
        } catch (SerializationException strange) {
            throw new UserError(
                    "The catalog on " + access.bootstrapServers() + " cannot be read with the schema registry "
                            + access.registry().get("schema.registry.url") + "; do they belong together?",
                    strange);
        }
    }
}
