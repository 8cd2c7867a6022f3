package dev.licenseflow.portal.intake;

import dev.licenseflow.database.Transactions;
import dev.licenseflow.domain.charge.Charge;
import dev.licenseflow.domain.decision.Decision;
import dev.licenseflow.messaging.topic.LicensingTopics;
import dev.licenseflow.portal.license.ChargeBook;
import dev.licenseflow.portal.license.DecisionBook;
import dev.licenseflow.portal.license.LicenseBook;
import dev.licenseflow.portal.live.ChangeBoard;
import dev.licenseflow.portal.live.CustomerChange;
import dev.licenseflow.schema.LicenseState;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.dao.DataIntegrityViolationException;

/**
 * Enters what was polled, in one transaction, and then tells who has changed. Offsets are committed after it: what is delivered
 * again for want of that changes nothing. A record that a constraint of the database refuses is passed over like one that
 * cannot be decoded, and the rest is entered.
 */
public final class RecordDesk {

    private final Map<String, Intake> intakes;
    private final Transactions transactions;
    private final UnreadableRecords unreadable;
    private final ChangeBoard changes;

    public RecordDesk(
            LicensingTopics topics,
            LicenseBook licenses,
            DecisionBook decisions,
            ChargeBook charges,
            Transactions transactions,
            UnreadableRecords unreadable,
            ChangeBoard changes) {
        this.intakes = Map.of(
                topics.licenses().name(),
                new TopicIntake<>(
                        topics.licenses(),
                        LicenseState::getCustomerId,
                        (state, record) -> {
                            licenses.enter(state);
                            return Optional.of(state.getPartnerId());
                        },
                        unreadable),
                topics.decisions().name(),
                new TopicIntake<>(
                        topics.decisions(),
                        Decision::customerId,
                        (decision, record) -> decisions.enter(decision, record.partition(), record.offset()),
                        unreadable),
                topics.charges().name(),
                new TopicIntake<>(
                        topics.charges(),
                        Charge::customerId,
                        (charge, record) -> {
                            charges.enter(charge);
                            return Optional.of(charge.partnerId());
                        },
                        unreadable));
        this.transactions = transactions;
        this.unreadable = unreadable;
        this.changes = changes;
    }

    /** The topics that are read. */
    public Set<String> topics() {
        return intakes.keySet();
    }

    /** Enters records, all of them or, if this throws, none for certain. */
    public void enter(List<ConsumerRecord<byte[], byte[]>> records) {
        List<CustomerWrite> writes = new ArrayList<>(records.size());
        for (ConsumerRecord<byte[], byte[]> record : records) {
            intake(record).read(record).ifPresent(writes::add);
        }
        changes.changed(enterAll(writes));
    }

    private Set<CustomerChange> enterAll(List<CustomerWrite> writes) {
        try {
            return transactions.call(() -> changes(writes, CustomerWrite::enter));
        } catch (DataIntegrityViolationException oneIsRefused) {
            return changes(writes, this::enterAlone);
        }
    }

    private static Set<CustomerChange> changes(
            List<CustomerWrite> writes, Function<CustomerWrite, Optional<CustomerChange>> enter) {
        Set<CustomerChange> changes = new HashSet<>();
        writes.forEach(one -> enter.apply(one).ifPresent(changes::add));
        return changes;
    }

    private Optional<CustomerChange> enterAlone(CustomerWrite one) {
        try {
            return transactions.call(one::enter);
        } catch (DataIntegrityViolationException refused) {
            unreadable.skip(
                    one.record(),
                    "Refused by the database: "
                            + String.valueOf(refused.getMostSpecificCause().getMessage()));
            return Optional.empty();
        }
    }

    private Intake intake(ConsumerRecord<byte[], byte[]> record) {
        Intake intake = intakes.get(record.topic());
        if (intake == null) {
            throw new IllegalStateException("Not read here: " + record.topic());
        }
        return intake;
    }
}
