package dev.licenseflow.portal.intake;

import dev.licenseflow.database.Transactions;
import dev.licenseflow.domain.charge.Charge;
import dev.licenseflow.domain.decision.Decision;
import dev.licenseflow.messaging.topic.LicensingTopics;
import dev.licenseflow.portal.license.ChargeBook;
import dev.licenseflow.portal.license.DecisionBook;
import dev.licenseflow.portal.license.LicenseBook;
import dev.licenseflow.portal.live.ChangeBoard;
import dev.licenseflow.schema.LicenseState;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
                        (state, record) -> licenses.enter(state),
                        unreadable),
                topics.decisions().name(),
                new TopicIntake<>(
                        topics.decisions(),
                        Decision::customerId,
                        (decision, record) -> decisions.enter(decision, record.partition(), record.offset()),
                        unreadable),
                topics.charges().name(),
                new TopicIntake<>(
                        topics.charges(), Charge::customerId, (charge, record) -> charges.enter(charge), unreadable));
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
        try {
            transactions.run(() -> writes.forEach(one -> one.write().run()));
        } catch (DataIntegrityViolationException oneIsRefused) {
            writes.forEach(this::enterAlone);
        }
        Set<String> changed = new HashSet<>();
        writes.forEach(one -> changed.add(one.customerId()));
        changes.changed(changed);
    }

    private void enterAlone(CustomerWrite one) {
        try {
            transactions.run(one.write());
        } catch (DataIntegrityViolationException refused) {
            unreadable.skip(
                    one.record(),
                    "Refused by the database: "
                            + String.valueOf(refused.getMostSpecificCause().getMessage()));
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
