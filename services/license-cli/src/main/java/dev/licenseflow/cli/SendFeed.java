package dev.licenseflow.cli;

import dev.licenseflow.cli.client.Exchange;
import dev.licenseflow.cli.client.SendLine;
import dev.licenseflow.cli.words.UserError;
import dev.licenseflow.messaging.json.JsonFormatException;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads input and hands it to an exchange, on a thread of its own: whoever types a line wants to see the answer before
 * typing the next.
 */
final class SendFeed {

    private final InputFile input;
    private volatile @Nullable RuntimeException mistake;
    private volatile boolean over;

    private SendFeed(InputFile input) {
        this.input = input;
    }

    /**
     * The lines of a file or of standard input.
     *
     * @throws UserError if a line of a file is not valid; standard input is read only when it is sent
     */
    static SendFeed of(InputFile input) {
        if (!input.isStandardInput()) {
            forEach(input, line -> {});
        }
        return new SendFeed(input);
    }

    void start(Exchange exchange) {
        Thread thread = new Thread(() -> run(exchange), "send-feed");
        thread.setDaemon(true);
        thread.start();
    }

    /** Whether nothing more will be sent. */
    boolean isOver() {
        return over;
    }

    /** @throws RuntimeException what ended the input before its end, if anything did */
    void throwMistake() {
        Optional<RuntimeException> made = Optional.ofNullable(mistake);
        if (made.isPresent()) {
            throw made.get();
        }
    }

    private void run(Exchange exchange) {
        try {
            forEach(input, exchange::send);
        } catch (RuntimeException wrong) {
            mistake = wrong;
        } finally {
            over = true;
        }
    }

    private static void forEach(InputFile input, LineSink sink) {
        long number = 0;
        try (BufferedReader lines = input.open()) {
            for (String text = lines.readLine(); text != null; text = lines.readLine()) {
                number++;
                if (!text.isBlank() && !text.startsWith("#")) {
                    sink.accept(SendLine.parse(text));
                }
            }
        } catch (JsonFormatException wrong) {
            throw input.mistake(number, wrong);
        } catch (IOException unreadable) {
            throw input.mistake(number + 1, unreadable);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private interface LineSink {
        void accept(SendLine line) throws InterruptedException;
    }
}
