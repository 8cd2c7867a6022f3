package dev.licenseflow.cli;

import dev.licenseflow.cli.demo.Demo;
import dev.licenseflow.cli.demo.StateWords;
import dev.licenseflow.cli.words.Language;
import dev.licenseflow.cli.words.Palette;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine;
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
            "charge and license, and then the end of the month on a virtual clock.",
            "What comes out is checked against the contract. Nothing is left behind."
        },
        footer = {
            "",
            "Examples:",
            "  licenseflow demo",
            "  licenseflow demo --lang en",
            "",
            "Exit status: 0 when every step came out as the contract says; 1 when one did not; 2 for a wrong option."
        })
final class DemoCommand implements Callable<Integer> {

    @Option(
            names = "--lang",
            paramLabel = "pt|en",
            defaultValue = "pt",
            description = "The language of the story. Default: ${DEFAULT-VALUE}.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Language language;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter output = spec.commandLine().getOut();
        PrintWriter errors = spec.commandLine().getErr();
        Palette palette = Palette.ofTerminal();
        StateWords words = new StateWords(language);
        long begun = System.nanoTime();
        int wrong = new Demo(output, language, palette)
                .play(phase -> errors.println(palette.faint(words.of(phase) + " …")));
        double seconds = (System.nanoTime() - begun) / 1e9;
        output.println();
        if (wrong == 0) {
            output.println(
                    palette.good(language.of("Tudo saiu como diz o contrato", "All came out as the contract says"))
                            + String.format(language.of(" (%.1f s).", " (%.1f s)."), seconds));
            return CommandLine.ExitCode.OK;
        }
        output.println(palette.bad(language.of(
                wrong + " ponto(s) não saíram como diz o contrato.",
                wrong + " point(s) did not come out as the contract says.")));
        return CommandLine.ExitCode.SOFTWARE;
    }
}
