package dev.licenseflow.wire;

import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/**
 * Serializers that the configuration, or the system property of the same name after {@code licenseflow.}, names in place of ours: Confluent's own, {@code
 * io.confluent.kafka.serializers.KafkaAvroSerializer} and {@code KafkaAvroDeserializer}. They are configured so that they write the
 * same bytes and read the generated classes. What they do not keep apart is kept apart here: a registry that does not answer is
 * no fault of the record.
 */
final class NamedSerdes {

    private static final String SERIALIZER = "avro.serializer.class";
    private static final String DESERIALIZER = "avro.deserializer.class";

    /** What an exception's cause is, or what a status of the registry's answer is, when the registry is to blame. */
    private static final List<Class<? extends Exception>> OUTAGES = List.of(
            SocketException.class,
            SocketTimeoutException.class,
            UnknownHostException.class,
            HttpTimeoutException.class);

    private NamedSerdes() {}

    /** The serializer that is named, configured; empty if none is. */
    static <T> Optional<Serializer<T>> serializer(Map<String, ?> config, boolean isKey) {
        return named(config, SERIALIZER).map(name -> {
            Map<String, Object> own = new HashMap<>(config);
            own.put("avro.remove.java.properties", true);
            @SuppressWarnings("unchecked") // It writes every record, whatever it is declared to write.
            Serializer<T> serializer = (Serializer<T>) newInstance(SERIALIZER, name, Serializer.class);
            serializer.configure(own, isKey);
            return serializer;
        });
    }

    /** The deserializer that is named, configured to read into a generated class; empty if none is. */
    static <T> Optional<Deserializer<T>> deserializer(Class<T> type, Map<String, ?> config, boolean isKey) {
        return named(config, DESERIALIZER).map(name -> {
            TrustedClasses.trustGeneratedClasses();
            Map<String, Object> own = new HashMap<>(config);
            own.put("specific.avro.reader", true);
            own.put(isKey ? "specific.avro.key.type" : "specific.avro.value.type", type.getName());
            Deserializer<?> deserializer = newInstance(DESERIALIZER, name, Deserializer.class);
            deserializer.configure(own, isKey);
            return new Checked<>(type, deserializer);
        });
    }

    static boolean hasSerializer(Map<String, ?> config) {
        return named(config, SERIALIZER).isPresent();
    }

    private static Optional<String> named(Map<String, ?> config, String property) {
        Object configured = config.get(property);
        return Optional.ofNullable(configured == null ? System.getProperty("licenseflow." + property) : configured)
                .map(Object::toString)
                .filter(name -> !name.isBlank());
    }

    private static <S> S newInstance(String property, String name, Class<S> type) {
        try {
            return Utils.newInstance(name, type);
        } catch (ClassNotFoundException | KafkaException e) {
            throw new ConfigException(property, name, "cannot be made: " + e);
        }
    }

    private record Checked<T>(Class<T> type, Deserializer<?> deserializer) implements Deserializer<T> {

        @Override
        public @Nullable T deserialize(String topic, byte @Nullable [] bytes) {
            return checked(topic, () -> deserializer.deserialize(topic, bytes));
        }

        @Override
        public @Nullable T deserialize(String topic, Headers headers, byte @Nullable [] bytes) {
            return checked(topic, () -> deserializer.deserialize(topic, headers, bytes));
        }

        @Override
        public void close() {
            deserializer.close();
        }

        private @Nullable T checked(String topic, Supplier<?> reading) {
            Object value;
            try {
                value = reading.get();
            } catch (RuntimeException | StackOverflowError e) {
                if (isOutage(e)) {
                    throw new RegistryUnavailableException("The schema registry cannot be asked: " + e.getMessage(), e);
                }
                throw new SerializationException("Topic " + topic + ": " + e.getMessage(), e);
            }
            if (value != null && !type.isInstance(value)) {
                throw new SerializationException("Topic " + topic + ": The record is a "
                        + value.getClass().getName() + ", not a " + type.getName());
            }
            return type.cast(value);
        }

        private static boolean isOutage(Throwable failure) {
            return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                    .anyMatch(cause ->
                            OUTAGES.stream().anyMatch(outage -> outage.isInstance(cause)) || isServerError(cause));
        }

        /** Its class is not at hand here; the message ends with {@code error code: 50001}. */
        private static boolean isServerError(Throwable cause) {
            return cause.getClass().getSimpleName().equals("RestClientException")
                    && String.valueOf(cause.getMessage()).matches("(?s).*error code: 5\\d{2,4}.*");
        }
    }
}
