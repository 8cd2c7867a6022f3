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
import dev.licenseflow.processor.topology.ProcessorSettings;
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
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "Plays the story of the vendor's help page through a real Kafka broker of its own, shows every decision,",
            "charge and license, and the end of the month on a virtual clock. Then billing, with a real ledger: one customer",
            "settles and is renewed by itself when the month begins, one does not, is expired, settles and is renewed at once.",
            "What comes out is checked against the contract. Nothing is left behind.",
            "",
            "With --bootstrap or --registry it is played on a running system, with new customers in each run: the story, its",
            "month's end on the virtual clock, and, with --ledger, charges that are settled there."
        },
        footer = {
            "",
            "Examples:",
            "  licenseflow demo",
            "  licenseflow demo --lang en",
            "  licenseflow demo --bootstrap 127.0.0.1:9092 --registry http://127.0.0.1:8081 --ledger http://127.0.0.1:8082",
            "",
            "Exit status: 0 when every step came out as the contract says; 1 when one did not; 2 for a wrong option, or",
            "when a part of the running system does not answer."
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class DemoCommand implements Callable<Integer> {

    @Option(
            names = "--lang",
            paramLabel = "pt|en",
            defaultValue = "pt",
            description = "The language of the story. Default: ${DEFAULT-VALUE}.")
    private Language language;

    @ArgGroup(exclusive = false)
    private @Nullable PipelineOptions running;

    @Option(
            names = "--ledger",
            paramLabel = "URL",
            description = "The billing ledger of the running system, such as http://127.0.0.1:8082. Default: none.")
    private Optional<String> ledger = Optional.empty();

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            defaultValue = "America/Sao_Paulo",
            description = "The business zone, that of the running system if there is one. Default: ${DEFAULT-VALUE}.")
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
