package dev.licenseflow.portal.inbox;

import dev.licenseflow.database.Inbox;
import dev.licenseflow.database.Transactions;
import dev.licenseflow.database.UnreadableRecords;
import dev.licenseflow.domain.charge.Charge;
import dev.licenseflow.domain.decision.Decision;
import dev.licenseflow.domain.license.PublishedLicenses;
import dev.licenseflow.messaging.topic.LicensingTopics;
import dev.licenseflow.portal.license.CustomerChargeRepository;
import dev.licenseflow.portal.license.DecisionRepository;
import dev.licenseflow.portal.license.LicenseRepository;
import dev.licenseflow.portal.live.Changes;
import dev.licenseflow.portal.live.Changes.CustomerChange;
import dev.licenseflow.wire.SchemaRegistry;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** Writes licenses, decisions and charges, and notifies open pages of the customers that have changed. */
public record PortalInbox(
        LicenseRepository licenses, DecisionRepository decisions, CustomerChargeRepository charges, Changes changes) {

    /**
     * The inbox of all topics that are read into the portal's tables.
     *
     * @param registry resolves the schema that a decision was written with, which is kept beside it
     */
    public Inbox<CustomerChange> of(
            LicensingTopics topics, SchemaRegistry registry, Transactions transactions, UnreadableRecords unreadable) {
        return new Inbox<>(transactions, unreadable, changes::changed)
                .read(topics.licenses(), PublishedLicenses::customerId, (published, record) -> {
                    licenses.enter(published);
                    return Optional.of(new CustomerChange(published.partnerId(), published.customerId()));
                })
                .read(
                        topics.decisions(),
                        Decision::customerId,
                        (decision, record) -> decisions
                                .enter(decision, content(record, registry), record.partition(), record.offset())
                                .map(partnerId -> new CustomerChange(partnerId, decision.customerId())))
                .read(topics.charges(), Charge::customerId, (charge, record) -> {
                    charges.enter(charge);
                    return Optional.of(new CustomerChange(charge.partnerId(), charge.customerId()));
                });
    }

    /** A record that was decoded has the id of its schema behind byte 0, or its schema's GUID behind byte 1 of a header. */
    private byte[] content(ConsumerRecord<byte[], byte[]> record, SchemaRegistry registry) {
        ByteBuffer value = ByteBuffer.wrap(record.value());
        Header header = record.headers().lastHeader("__value_schema_id");
        if (header == null) {
            int id = value.position(1).getInt();
            return decisions.content(registry.schemaOf(id), value);
        }
        ByteBuffer guid = ByteBuffer.wrap(header.value(), 1, 2 * Long.BYTES);
        return decisions.content(registry.schemaOf(new UUID(guid.getLong(), guid.getLong())), value);
    }
}
