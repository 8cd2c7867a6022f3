package dev.licenseflow.benchmarks.process;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Values that the real processor wrote, for the baseline to write again.
 *
 * @param outputs of decisions, charges and licenses, in this order
 * @param states of a customer, as the changelog holds them
 */
public record Samples(List<List<byte[]>> outputs, List<byte[]> states) {

    private static final int LISTS = 4;

    public Samples {
        outputs = outputs.stream().map(List::copyOf).toList();
        states = List.copyOf(states);
    }

    public static Samples read(Path file) {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            List<List<byte[]>> lists = new ArrayList<>();
            for (int list = 0; list < LISTS; list++) {
                List<byte[]> values = new ArrayList<>();
                for (int left = in.readInt(); left > 0; left--) {
                    values.add(in.readNBytes(in.readInt()));
                }
                lists.add(values);
            }
            return new Samples(lists.subList(0, LISTS - 1), lists.get(LISTS - 1));
        } catch (IOException e) {
            throw new UncheckedIOException("The samples could not be read", e);
        }
    }

    public void write(Path file) {
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            for (List<byte[]> list : outputs) {
                write(out, list);
            }
            write(out, states);
        } catch (IOException e) {
            throw new UncheckedIOException("The samples could not be written", e);
        }
    }

    private static void write(DataOutputStream out, List<byte[]> values) throws IOException {
        out.writeInt(values.size());
        for (byte[] value : values) {
            out.writeInt(value.length);
            out.write(value);
        }
    }
}
