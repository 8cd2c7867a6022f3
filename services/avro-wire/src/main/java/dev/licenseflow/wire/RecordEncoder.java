package dev.licenseflow.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.EncoderFactory;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/**
 * Turns records into bytes, with one buffer that is used again and again. A producer's serializer is called by many threads,
 * so a thread takes the buffer away while it writes; one that finds none makes its own. After a failure the buffer is
 * dropped, since it may hold half a record.
 */
final class RecordEncoder {

    private static final int USUAL_SIZE_BYTES = 1024;

    /** A buffer that one huge record has blown up is not kept. */
    private static final int MAX_KEPT_BYTES = 1024 * 1024;

    private final AtomicReference<@Nullable Buffer> spare = new AtomicReference<>();

    <T> byte[] encode(byte[] prefix, DatumWriter<T> writer, T value) {
        Buffer taken = spare.getAndSet(null);
        Buffer buffer = taken == null ? new Buffer() : taken;
        byte[] bytes;
        try {
            bytes = buffer.write(prefix, writer, value);
        } catch (IOException | RuntimeException e) {
            throw new SerializationException("The record does not fit its schema: " + e.getMessage(), e);
        }
        if (bytes.length <= MAX_KEPT_BYTES) {
            spare.set(buffer);
        }
        return bytes;
    }

    private static final class Buffer {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_SIZE_BYTES);
        private final BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);

        <T> byte[] write(byte[] prefix, DatumWriter<T> writer, T value) throws IOException {
            bytes.reset();
            bytes.write(prefix, 0, prefix.length);
            writer.write(value, encoder);
            encoder.flush();
            return bytes.toByteArray();
        }
    }
}
