package dev.licenseflow.cli.demo;

import dev.licenseflow.cli.client.TopicTail;
import dev.licenseflow.domain.charge.Charge;
import dev.licenseflow.domain.decision.Cause;
import dev.licenseflow.domain.decision.Decision;
import dev.licenseflow.domain.request.Request;
import dev.licenseflow.messaging.publishing.KafkaAccess;
import dev.licenseflow.messaging.topic.LicensingTopics;
import dev.licenseflow.messaging.topic.Topic;
import dev.licenseflow.schema.LicenseState;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Gathers what each request led to. The records of one transaction lie on several partitions, which become readable one
 * after the other; so it waits until all that the decision speaks of is there.
 */
final class AnswerReader implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration AFTERWARDS = Duration.ofMillis(500);

    private final LicensingTopics topics;
    private final TopicTail tail;
    private final List<Decision> decisions = new ArrayList<>();
    private final List<Charge> charges = new ArrayList<>();
    private final List<LicenseState> licenses = new ArrayList<>();

    private AnswerReader(LicensingTopics topics, TopicTail tail) {
        this.topics = topics;
        this.tail = tail;
    }

    static AnswerReader open(KafkaAccess access) {
        LicensingTopics topics = LicensingTopics.of(access.registry());
        List<String> names = List.of(
                topics.decisions().name(),
                topics.charges().name(),
                topics.licenses().name());
        return new AnswerReader(topics, TopicTail.open(access, names, true));
    }

    /**
     * The answer to a request that was published.
     *
     * @throws IllegalStateException if it does not come in time
     */
    Answer to(Request request) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() - deadline < 0) {
            read(POLL);
            Optional<Answer> answer = take(request);
            if (answer.isPresent()) {
                return answer.get();
            }
        }
        throw new IllegalStateException("No decision on request " + request.requestId() + " came in time");
    }

    /** How many records of a customer came that were part of no answer and of no month close. */
    int surplus(String customerId) {
        read(AFTERWARDS);
        Set<Long> closes = new HashSet<>();
        decisions.stream()
                .filter(one -> one.cause() == Cause.MONTH_CLOSE)
                .forEach(one -> closes.add(one.revisionAfter()));
        return (int) (decisions.stream()
                        .filter(one -> one.customerId().equals(customerId) && one.cause() != Cause.MONTH_CLOSE)
                        .count()
                + charges.stream()
                        .filter(one -> one.customerId().equals(customerId))
                        .count()
                + licenses.stream()
                        .filter(one -> one.getCustomerId().equals(customerId) && !closes.contains(one.getRevision()))
                        .count());
    }

    @Override
    public void close() {
        tail.close();
    }

    private Optional<Answer> take(Request request) {
        Optional<Decision> found = decisions.stream()
                .filter(one -> one.customerId().equals(request.customerId())
                        && one.causeId().equals(request.requestId()))
                .findFirst();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Decision decision = found.get();
        List<Charge> its = charges.stream()
                .filter(one -> decision.chargeIds().contains(one.chargeId()))
                .toList();
        Optional<LicenseState> state = licenses.stream()
                .filter(one -> one.getCustomerId().equals(decision.customerId())
                        && one.getRevision() == decision.revisionAfter())
                .findFirst();
        boolean isWhole =
                its.size() == decision.chargeIds().size() && state.isPresent() == decision.changesWhatIsShown();
        if (!isWhole) {
            return Optional.empty();
        }
        decisions.remove(decision);
        charges.removeAll(its);
        state.ifPresent(licenses::remove);
        return Optional.of(new Answer(decision, its, state));
    }

    private void read(Duration time) {
        for (ConsumerRecord<byte[], byte[]> record : tail.poll(time)) {
            if (record.topic().equals(topics.decisions().name())) {
                decisions.add(value(topics.decisions(), record));
            } else if (record.topic().equals(topics.charges().name())) {
                charges.add(value(topics.charges(), record));
            } else {
                licenses.add(value(topics.licenses(), record));
            }
        }
    }

    private static <V> V value(Topic<String, V> topic, ConsumerRecord<byte[], byte[]> record) {
        String key = new String(record.key(), StandardCharsets.UTF_8);
        V value = topic.values().deserializer().deserialize(topic.name(), record.headers(), record.value());
        if (value == null) {
            throw new IllegalStateException("A tombstone of " + key + " on " + topic.name());
        }
        return value;
    }
}
