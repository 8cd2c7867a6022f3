package dev.licenseflow.cli;

import dev.licenseflow.cli.words.UserError;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Lines of text that a user names on the command line; {@code -} is standard input. */
record InputFile(String name) {

    /** Whether somebody may be typing it. */
    boolean isStandardInput() {
        return name.equals("-");
    }

    /** @throws UserError if it is not there or cannot be read */
    BufferedReader open() {
        return new BufferedReader(new InputStreamReader(bytes(), StandardCharsets.UTF_8));
    }

    /** One line that says where something is wrong. */
    UserError mistake(long line, Exception wrong) {
        return new UserError(name + ":" + line + ": " + wrong.getMessage(), wrong);
    }

    private InputStream bytes() {
        if (isStandardInput()) {
            return new FileInputStream(FileDescriptor.in);
        }
        try {
            return Files.newInputStream(Path.of(name));
        } catch (NoSuchFileException missing) {
            throw new UserError(name + ": there is no such file", missing);
        } catch (IOException unreadable) {
            throw new UserError(name + ": cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }
}
