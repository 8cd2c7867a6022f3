package dev.licenseflow.messaging.sample;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.avro.util.ClassSecurityValidator;

/** Avro values as they come out at the other end of a topic. */
public final class AvroBytes {

    static {
        ClassSecurityValidator.setGlobal(ClassSecurityValidator.composite(
                ClassSecurityValidator.getGlobal(), type -> type.getName().startsWith("dev.licenseflow.")));
    }

    private AvroBytes() {}

    public static <T extends SpecificRecordBase> byte[] of(T value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
            new SpecificDatumWriter<T>(value.getSchema(), value.getSpecificData()).write(value, encoder);
            encoder.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** The value that a reader with the same schema gets. */
    public static <T extends SpecificRecordBase> T through(T value) {
        Schema schema = value.getSchema();
        try {
            return new SpecificDatumReader<T>(schema, schema, value.getSpecificData())
                    .read(null, DecoderFactory.get().binaryDecoder(of(value), null));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
