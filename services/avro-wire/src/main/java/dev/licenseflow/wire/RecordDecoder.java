package dev.licenseflow.wire;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DecoderFactory;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/**
 * Turns bytes into records, with one decoder that is used again and again; shared between threads as in
 * {@link RecordEncoder}. Bytes that are left over are an error: they mean that the record was written with another schema
 * than the one it names.
 */
final class RecordDecoder {

    private final AtomicReference<@Nullable BinaryDecoder> spare = new AtomicReference<>();

    @SuppressWarnings("NullAway") // Avro takes null for "make a new one".
    <T> T decode(byte[] bytes, int offset, DatumReader<T> reader) {
        BinaryDecoder taken = spare.getAndSet(null);
        try {
            BinaryDecoder decoder = DecoderFactory.get().binaryDecoder(bytes, offset, bytes.length - offset, taken);
            // No object is used again: whoever got the record before may still hold it.
            T value = reader.read(null, decoder);
            if (!decoder.isEnd()) {
                throw new SerializationException("There are bytes after the end of the record");
            }
            spare.set(decoder);
            return value;
        } catch (SerializationException e) {
            throw e;
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // A deep nesting in the bytes ends the stack, which is the record's fault like any other.
            throw new SerializationException("The bytes are no record of the schema they name: " + e.getMessage(), e);
        }
    }
}
