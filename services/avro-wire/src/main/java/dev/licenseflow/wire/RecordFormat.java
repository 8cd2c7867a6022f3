package dev.licenseflow.wire;

import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;

/** Makes Avro's readers and writers; all of them can be used by many threads. */
final class RecordFormat {

    static {
        TrustedClasses.trustGeneratedClasses();
    }

    private RecordFormat() {}

    static Schema schemaOf(Class<?> type) {
        return SpecificData.getForClass(type).getSchema(type);
    }

    /** Writes records like the given one: generated classes with their logical types, generic records as they are. */
    static <T extends IndexedRecord> DatumWriter<T> writerFor(T sample) {
        Schema schema = sample.getSchema();
        return sample instanceof SpecificRecord
                ? new SpecificDatumWriter<>(schema, SpecificData.getForClass(sample.getClass()))
                : new GenericDatumWriter<>(schema);
    }

    /**
     * Writes records of a generated class that only our own mappers fill: with the code that Avro generates for writing
     * where the schema allows it, which is faster, but cannot name the field in which a value is missing. The class's own
     * model must not be told to use it: that would switch off Avro's fast reader, which shares the model.
     */
    static <T extends SpecificRecord> DatumWriter<T> mappedWriterOf(Class<T> type) {
        SpecificData model = new SpecificData(type.getClassLoader());
        SpecificData.getForClass(type).getConversions().forEach(model::addLogicalTypeConversion);
        model.setCustomCoders(true);
        return new SpecificDatumWriter<>(schemaOf(type), model);
    }

    /** Reads what was written with a schema, which is of the same record and does not contain itself, into a generated class. */
    static <T> DatumReader<T> readerOf(Class<T> type, Schema writer) {
        Schema reader = schemaOf(type);
        if (!writer.getFullName().equals(reader.getFullName())) {
            throw new SerializationException(
                    "The record is a " + writer.getFullName() + ", not a " + reader.getFullName());
        }
        WriterSchema.refuseRecursion(writer);
        return new SpecificDatumReader<>(StrictUnions.of(writer, reader), reader, SpecificData.getForClass(type));
    }

    /** Reads into the generated class that the writer's schema names. */
    static DatumReader<?> specificReader(Schema writer) {
        Class<?> type = SpecificData.get().getClass(writer);
        if (type == null || !SpecificRecord.class.isAssignableFrom(type)) {
            throw new SerializationException("There is no generated class " + writer.getFullName());
        }
        return readerOf(type, writer);
    }

    static DatumReader<?> genericReader(Schema writer) {
        WriterSchema.refuseRecursion(writer);
        return new GenericDatumReader<>(writer);
    }
}
