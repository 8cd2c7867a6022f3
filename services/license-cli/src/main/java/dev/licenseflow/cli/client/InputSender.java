package dev.licenseflow.cli.client;

import dev.licenseflow.cli.client.PendingInputs.Input;
import dev.licenseflow.domain.request.Request;
import dev.licenseflow.domain.request.Settlement;
import dev.licenseflow.messaging.json.SettlementLine;
import dev.licenseflow.messaging.publishing.KafkaAccess;
import dev.licenseflow.messaging.topic.LicensingTopics;
import dev.licenseflow.messaging.topic.Topic;
import dev.licenseflow.messaging.topic.TopicDeclaration;
import dev.licenseflow.messaging.topic.TopicReader;
import dev.licenseflow.schema.ChargeSettlement;
import dev.licenseflow.schema.LicenseDecision;
import dev.licenseflow.schema.LicenseRequest;
import dev.licenseflow.schema.decision.Cause;
import dev.licenseflow.testkit.InputLine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Sends input and gathers what the pipeline answers to it: one decision or one dead letter each (D1). It begins to read
 * before it sends, so no answer is missed. One thread may send while another reads.
 */
public final class InputSender implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(100);
    private static final List<String> DEAD_LETTERS = LicensingTopics.ALL.stream()
            .filter(TopicDeclaration::isInput)
            .map(TopicDeclaration::deadLetters)
            .toList();

    private final LicensingTopics topics;
    private final TopicReader reader;
    private final TopicTail tail;
    private final OpenCharges openCharges;
    private final PendingInputs pending = new PendingInputs();
    private final OptionalInt perSecond;
    private final KafkaProducer<String, byte[]> producer;
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
    private final AtomicLong sent = new AtomicLong();
    private final long startNanos = System.nanoTime();
    private long answered;
    private long deadLetters;

    /**
     * Begins to read answers.
     *
     * @param perSecond the most lines in a second; as fast as answers allow if empty
     */
    public InputSender(KafkaAccess access, OptionalInt perSecond) {
        this.topics = LicensingTopics.of(access.registry());
        this.reader = new TopicReader(access.registry());
        this.openCharges = new OpenCharges(access, topics);
        this.perSecond = perSecond;
        List<String> answering = new ArrayList<>(DEAD_LETTERS);
        answering.add(topics.decisions().name());
        this.tail = TopicTail.open(access, answering, false);
        Map<String, Object> properties = access.clientProperties();
        properties.put("acks", "all");
        properties.put("enable.idempotence", "true");
        properties.put("linger.ms", "5");
        properties.put("compression.type", "lz4");
        this.producer = new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer());
    }

    /** Publishes a line. One that names all open charges waits for the answers to what was sent for its customer before. */
    public void send(InputLine line) throws InterruptedException {
        pause();
        String customerId = line.customerId().orElseThrow();
        String key = line.key().orElse(customerId);
        if (line.settlement().filter(SettlementLine::namesAllOpenCharges).isPresent()) {
            pending.awaitNoneOf(customerId);
        }
        if (line.request().isPresent()) {
            request(topics.requests(), key, line.request().get());
        } else if (line.backOffice().isPresent()) {
            request(topics.backOffice(), key, line.backOffice().get());
        } else {
            SettlementLine settlement = line.settlement().orElseThrow();
            List<String> open = settlement.namesAllOpenCharges() ? openCharges.of(customerId) : List.of();
            Settlement resolved = settlement.toSettlement(open);
            pending.add(new Input(Cause.SETTLEMENT, customerId, resolved.settlementId()));
            publish(topics.settlements(), key, resolved);
        }
        sent.incrementAndGet();
    }

    /** Waits a moment for answers, and passes on those that came. */
    public void read(Consumer<ConsumerRecord<byte[], byte[]>> answers) {
        for (ConsumerRecord<byte[], byte[]> record : tail.poll(POLL)) {
            if (input(record).filter(pending::answer).isPresent()) {
                answered++;
                deadLetters += DEAD_LETTERS.contains(record.topic()) ? 1 : 0;
                answers.accept(record);
            }
        }
    }

    public long answered() {
        return answered;
    }

    /** How many were sent and have no answer. */
    public int open() {
        return pending.size();
    }

    /** How far it is, in a line. */
    public String progress() {
        return sent + " sent, " + answered + " answered, " + deadLetters + " of them dead letters";
    }

    /** How many have no answer, and some of them, the oldest first. */
    public String describeOpen(int timeoutSeconds, int limit) {
        String some = pending.some(limit).stream().map(Input::toString).collect(Collectors.joining(", "));
        return "%d of %d were not answered within %d s: %s%s"
                .formatted(open(), sent.get(), timeoutSeconds, some, open() > limit ? ", …" : "");
    }

    /** Why something could not be published, if that has happened. */
    public @Nullable Exception failure() {
        return failure.get();
    }

    @Override
    public void close() {
        pending.abandon();
        producer.close();
        tail.close();
    }

    private void request(Topic<String, Request> topic, String key, Request request) throws InterruptedException {
        pending.add(new Input(Cause.REQUEST, request.customerId(), request.requestId()));
        publish(topic, key, request);
    }

    private <V> void publish(Topic<String, V> topic, String key, V value) {
        byte[] bytes = topic.values().serializer().serialize(topic.name(), value);
        // Failures come to the callback.
        Future<RecordMetadata> unused =
                producer.send(new ProducerRecord<>(topic.name(), key, bytes), (place, wrong) -> {
                    if (wrong != null) {
                        failure.compareAndSet(null, wrong);
                    }
                });
    }

    /** The input that a record answers. A dead letter of ours can be decoded: what cannot is not sent in the first place. */
    private Optional<Input> input(ConsumerRecord<byte[], byte[]> record) {
        try {
            return reader.read(record.topic(), record.headers(), record.value()).flatMap(InputSender::input);
        } catch (SerializationException notOurs) {
            return Optional.empty();
        }
    }

    private static Optional<Input> input(SpecificRecord value) {
        if (value instanceof LicenseDecision decision) {
            return Optional.of(new Input(decision.getCause(), decision.getCustomerId(), decision.getCauseId()));
        }
        if (value instanceof LicenseRequest request) {
            return Optional.of(new Input(Cause.REQUEST, request.getCustomerId(), request.getRequestId()));
        }
        if (value instanceof ChargeSettlement settlement) {
            return Optional.of(new Input(Cause.SETTLEMENT, settlement.getCustomerId(), settlement.getSettlementId()));
        }
        return Optional.empty();
    }

    /** Due times are counted from the start, so that waiting too long once is made up for. */
    private void pause() throws InterruptedException {
        if (perSecond.isEmpty()) {
            return;
        }
        long dueNanos = startNanos + sent.get() * 1_000_000_000L / perSecond.getAsInt();
        long waitMillis = (dueNanos - System.nanoTime()) / 1_000_000;
        if (waitMillis > 0) {
            Thread.sleep(waitMillis);
        }
    }
}
