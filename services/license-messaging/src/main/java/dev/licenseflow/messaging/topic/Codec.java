package dev.licenseflow.messaging.topic;

import dev.licenseflow.wire.AvroWire;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/**
 * How the values of a topic are read and written: by way of the generated class of their schema.
 *
 * @param type the generated class
 * @param binary the Avro binary form, where it is made elsewhere too
 * @param <A> the generated class
 * @param <D> what the values are read as
 */
public record Codec<A extends SpecificRecord, D>(
        Class<A> type, Function<D, A> toAvro, Function<A, D> toDomain, Optional<Function<D, byte[]>> binary) {

    static <A extends SpecificRecord, D> Codec<A, D> of(Class<A> type, Function<D, A> toAvro, Function<A, D> toDomain) {
        return new Codec<>(type, toAvro, toDomain, Optional.empty());
    }

    /** The same codec, with values whose binary form another place needs too. */
    Codec<A, D> writtenAs(Function<D, byte[]> form) {
        return new Codec<>(type, toAvro, toDomain, Optional.of(form));
    }

    Serde<D> serde(Map<String, ?> config) {
        Serde<D> mapped = new MappedSerde<>(AvroWire.serde(type, config, false), toAvro, toDomain);
        return binary.filter(form -> !AvroWire.namesSerializer(config))
                .map(form -> Serdes.serdeFrom(AvroWire.serializer(type, form, config, false), mapped.deserializer()))
                .orElse(mapped);
    }
}
