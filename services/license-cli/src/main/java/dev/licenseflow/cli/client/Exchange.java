package dev.licenseflow.cli.client;

import dev.licenseflow.domain.decision.Cause;
import dev.licenseflow.domain.decision.Decision;
import dev.licenseflow.messaging.mapping.UnreadableRecordException;
import dev.licenseflow.messaging.publishing.KafkaAccess;
import dev.licenseflow.messaging.topic.LicensingTopics;
import dev.licenseflow.messaging.topic.TopicReader;
import dev.licenseflow.schema.ChargeSettlement;
import dev.licenseflow.schema.LicenseRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/**
 * Sends input and gathers what the pipeline answers to it: one decision or one dead letter each (D1). It begins to read
 * before it sends, so no answer is missed.
 */
public final class Exchange implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(100);
    private static final List<String> DEAD_LETTERS = List.of("licensing.requests.dlq", "licensing.settlements.dlq");

    private final LicensingTopics topics;
    private final TopicReader reader;
    private final TopicTail tail;
    private final Unanswered unanswered = new Unanswered();
    private final Sender sender;
    private final Tally tally = new Tally();

    private Exchange(KafkaAccess access, LicensingTopics topics, TopicTail tail, OptionalInt perSecond) {
        this.topics = topics;
        this.reader = new TopicReader(access.registry());
        this.tail = tail;
        this.sender = new Sender(access, unanswered, perSecond);
    }

    /**
     * Begins to read answers.
     *
     * @param perSecond the most lines in a second; as fast as answers allow if empty
     */
    public static Exchange open(KafkaAccess access, OptionalInt perSecond) {
        LicensingTopics topics = LicensingTopics.of(access.registry());
        TopicTail tail = TopicTail.open(
                access, List.of(topics.decisions().name(), DEAD_LETTERS.get(0), DEAD_LETTERS.get(1)), false);
        return new Exchange(access, topics, tail, perSecond);
    }

    /** Publishes a line; may be called on another thread than {@link #read}. */
    public void send(SendLine line) throws InterruptedException {
        sender.send(line);
    }

    /** Waits a moment for answers, and passes on those that came. */
    public void read(Consumer<ConsumerRecord<byte[], byte[]>> answers) {
        for (ConsumerRecord<byte[], byte[]> record : tail.poll(POLL)) {
            Optional<CauseKey> cause = DEAD_LETTERS.contains(record.topic()) ? letter(record) : decision(record);
            if (cause.isPresent() && unanswered.answer(cause.get())) {
                tally.count(record.topic());
                answers.accept(record);
            }
        }
    }

    public long sent() {
        return sender.sent();
    }

    public long answered() {
        return tally.answered;
    }

    public long deadLetters() {
        return tally.deadLetters;
    }

    public int open() {
        return unanswered.size();
    }

    /** Some of what has no answer, the oldest first. */
    public List<CauseKey> someOpen(int most) {
        return unanswered.some(most);
    }

    /** Why something could not be published, if that has happened. */
    public @Nullable Exception failure() {
        return sender.failure();
    }

    @Override
    public void close() {
        unanswered.abandon();
        sender.close();
        tail.close();
    }

    private Optional<CauseKey> decision(ConsumerRecord<byte[], byte[]> record) {
        try {
            Decision decision = topics.decisions()
                    .values()
                    .deserializer()
                    .deserialize(record.topic(), record.headers(), record.value());
            return Optional.ofNullable(decision).map(one -> new CauseKey(one.cause(), one.customerId(), one.causeId()));
        } catch (SerializationException | UnreadableRecordException notOurs) {
            return Optional.empty();
        }
    }

    /** A dead letter of ours can be decoded: what cannot is not sent in the first place. */
    private Optional<CauseKey> letter(ConsumerRecord<byte[], byte[]> record) {
        try {
            return reader.read(record.topic(), record.headers(), record.value()).flatMap(Exchange::cause);
        } catch (SerializationException notOurs) {
            return Optional.empty();
        }
    }

    private static Optional<CauseKey> cause(SpecificRecord value) {
        if (value instanceof LicenseRequest request) {
            return Optional.of(new CauseKey(Cause.REQUEST, request.getCustomerId(), request.getRequestId()));
        }
        if (value instanceof ChargeSettlement settlement) {
            return Optional.of(
                    new CauseKey(Cause.SETTLEMENT, settlement.getCustomerId(), settlement.getSettlementId()));
        }
        return Optional.empty();
    }

    /** Counts answers; only the reading thread does. */
    private static final class Tally {
        private long answered;
        private long deadLetters;

        void count(String topic) {
            answered++;
            if (DEAD_LETTERS.contains(topic)) {
                deadLetters++;
            }
        }
    }
}
