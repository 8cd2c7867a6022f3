package dev.licenseflow.messaging.topic;

import dev.licenseflow.messaging.mapping.UnreadableRecordException;
import java.util.function.Function;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes values of the domain by way of the Avro class that stands on the topic.
 *
 * @param <A> the Avro class
 * @param <D> the type of the domain
 */
public final class MappedSerde<A, D> implements Serde<D> {

    private final Serde<A> avro;
    private final Function<D, A> toAvro;
    private final Function<A, D> toDomain;

    public MappedSerde(Serde<A> avro, Function<D, A> toAvro, Function<A, D> toDomain) {
        this.avro = avro;
        this.toAvro = toAvro;
        this.toDomain = toDomain;
    }

    @Override
    public Serializer<D> serializer() {
        Serializer<A> writer = avro.serializer();
        return new Serializer<>() {
            @Override
            public byte @Nullable [] serialize(String topic, @Nullable D value) {
                return value == null ? null : writer.serialize(topic, toAvro.apply(value));
            }

            @Override
            public byte @Nullable [] serialize(String topic, Headers headers, @Nullable D value) {
                return value == null ? null : writer.serialize(topic, headers, toAvro.apply(value));
            }
        };
    }

    @Override
    public Deserializer<D> deserializer() {
        Deserializer<A> reader = avro.deserializer();
        return new Deserializer<>() {
            @Override
            public @Nullable D deserialize(String topic, byte @Nullable [] bytes) {
                return mapped(reader.deserialize(topic, bytes));
            }

            @Override
            public @Nullable D deserialize(String topic, Headers headers, byte @Nullable [] bytes) {
                return mapped(reader.deserialize(topic, headers, bytes));
            }
        };
    }

    /** A mapper has no other input than the record: whatever it throws is the record's fault. */
    private @Nullable D mapped(@Nullable A value) {
        try {
            return value == null ? null : toDomain.apply(value);
        } catch (UnreadableRecordException unreadable) {
            throw unreadable;
        } catch (RuntimeException | StackOverflowError failure) {
            throw new UnreadableRecordException("the record", failure);
        }
    }
}
