package dev.licenseflow.cli;

import dev.licenseflow.cli.text.UserError;
import dev.licenseflow.messaging.json.JsonFormatException;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Lines of text that a user names on the command line; {@code -} is standard input. */
record InputFile(String name) {

    /** Whether it may be typed at a terminal. */
    boolean isStandardInput() {
        return name.equals("-");
    }

    /**
     * Reads it line by line, but for empty lines and comments.
     *
     * @throws UserError with the place, if it cannot be read or a line is not valid
     */
    void forEachLine(LineReader reader) throws InterruptedException {
        long number = 0;
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(bytes(), StandardCharsets.UTF_8))) {
            for (String text = lines.readLine(); text != null; text = lines.readLine()) {
                number++;
                if (!text.isBlank() && !text.startsWith("#")) {
                    reader.read(text);
                }
            }
        } catch (JsonFormatException wrong) {
            throw new UserError(name + ":" + number + ": " + wrong.getMessage(), wrong);
        } catch (IOException unreadable) {
            throw new UserError(name + ":" + (number + 1) + ": " + unreadable.getMessage(), unreadable);
        }
    }

    private InputStream bytes() {
        if (isStandardInput()) {
            return new FileInputStream(FileDescriptor.in);
        }
        try {
            return Files.newInputStream(Path.of(name));
        } catch (IOException unreadable) {
            throw UserError.unreadable(name, unreadable);
        }
    }

    /** What is done with each line. */
    interface LineReader {

        /**
         * Takes the next line.
         *
         * @throws JsonFormatException if it is not valid
         */
        void read(String line) throws InterruptedException;
    }
}
