package dev.licenseflow.registry;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;

/**
 * The registry on disk: one JSON document a line, appended and flushed to the disk before a request is answered. A line
 * that a kill cut off at the end was never answered for, and is dropped; damage anywhere else is not guessed at, since
 * a lost id makes records unreadable.
 */
final class RegistryLog implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    private final FileChannel channel;
    private long endBytes;

    private RegistryLog(FileChannel channel, long endBytes) {
        this.channel = channel;
        this.endBytes = endBytes;
    }

    /** Opens the log, replaying what it holds. */
    static RegistryLog open(Path file, Consumer<RegistryEntry> replay) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            byte[] bytes = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
            int endBytes = replay(file, bytes, replay);
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            channel.truncate(endBytes);
            channel.force(true);
            return new RegistryLog(channel, endBytes);
        } catch (IOException e) {
            throw new RegistryFileException("The schema registry's file " + file + " cannot be written: " + e, e);
        }
    }

    void append(RegistryEntry entry) throws IOException {
        ByteBuffer line = StandardCharsets.UTF_8.encode(JSON.writeValueAsString(entry.json()) + "\n");
        long position = endBytes;
        try {
            while (line.hasRemaining()) {
                position += channel.write(line, position);
            }
            channel.force(true);
        } catch (IOException e) {
            channel.truncate(endBytes); // a full disk must not leave half a line in front of the next entry
            throw e;
        }
        endBytes = position;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    /** Returns where the last whole line ends. */
    private static int replay(Path file, byte[] bytes, Consumer<RegistryEntry> replay) {
        int start = 0;
        for (int end = 0; end < bytes.length; end++) {
            if (bytes[end] != '\n') {
                continue;
            }
            try {
                String line = new String(bytes, start, end - start, StandardCharsets.UTF_8);
                replay.accept(new RegistryEntry(JSON.readTree(line)));
            } catch (RuntimeException e) {
                if (end == bytes.length - 1) {
                    return start; // blocks of the last write may reach the disk out of order
                }
                throw new RegistryFileException(
                        "The schema registry's file " + file + " is damaged at byte " + start, e);
            }
            start = end + 1;
        }
        return start;
    }
}
