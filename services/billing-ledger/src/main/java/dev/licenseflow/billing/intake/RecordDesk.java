package dev.licenseflow.billing.intake;

import dev.licenseflow.database.Transactions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.dao.DataIntegrityViolationException;

/**
 * Enters what was polled, in one transaction. Offsets are committed after it: what is delivered again for want of that changes
 * nothing. A record that a constraint of the database refuses is kept like one that cannot be decoded, and the rest is entered.
 */
public final class RecordDesk {

    private final Map<String, Intake> intakes;
    private final Transactions transactions;
    private final UnreadableRecords unreadable;

    RecordDesk(Map<String, Intake> intakes, Transactions transactions, UnreadableRecords unreadable) {
        this.intakes = Map.copyOf(intakes);
        this.transactions = transactions;
        this.unreadable = unreadable;
    }

    /** Enters records, all of them or, if this throws, none for certain. */
    public void enter(List<ConsumerRecord<byte[], byte[]>> records) {
        List<Runnable> writes = new ArrayList<>(records.size());
        for (ConsumerRecord<byte[], byte[]> record : records) {
            writes.add(intake(record).read(record));
        }
        try {
            transactions.run(() -> writes.forEach(Runnable::run));
        } catch (DataIntegrityViolationException oneIsRefused) {
            for (int i = 0; i < writes.size(); i++) {
                enterAlone(writes.get(i), records.get(i));
            }
        }
    }

    private void enterAlone(Runnable write, ConsumerRecord<byte[], byte[]> record) {
        try {
            transactions.run(write);
        } catch (DataIntegrityViolationException refused) {
            String reason = String.valueOf(refused.getMostSpecificCause().getMessage());
            transactions.run(() -> unreadable.keep(record, "Refused by the database: " + reason));
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
