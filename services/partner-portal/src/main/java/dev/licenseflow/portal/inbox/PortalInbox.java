package dev.licenseflow.portal.inbox;

import dev.licenseflow.database.Inbox;
import dev.licenseflow.database.Transactions;
import dev.licenseflow.database.UnreadableRecords;
import dev.licenseflow.domain.charge.Charge;
import dev.licenseflow.domain.decision.Decision;
import dev.licenseflow.messaging.topic.LicensingTopics;
import dev.licenseflow.portal.license.CustomerChargeRepository;
import dev.licenseflow.portal.license.DecisionRepository;
import dev.licenseflow.portal.license.LicenseRepository;
import dev.licenseflow.portal.live.Changes;
import dev.licenseflow.portal.live.CustomerChange;
import dev.licenseflow.schema.LicenseState;
import java.util.Optional;

/** Writes licenses, decisions and charges, and notifies open pages of the customers that have changed. */
public record PortalInbox(
        LicenseRepository licenses, DecisionRepository decisions, CustomerChargeRepository charges, Changes changes) {

    /** The inbox of all topics that are read into the portal's tables. */
    public Inbox<CustomerChange> of(LicensingTopics topics, Transactions transactions, UnreadableRecords unreadable) {
        return new Inbox<>(transactions, unreadable, changes::changed)
                .read(topics.licenses(), LicenseState::getCustomerId, (state, record) -> {
                    licenses.enter(state);
                    return Optional.of(new CustomerChange(state.getPartnerId(), state.getCustomerId()));
                })
                .read(
                        topics.decisions(),
                        Decision::customerId,
                        (decision, record) -> decisions
                                .enter(decision, record.partition(), record.offset())
                                .map(partnerId -> new CustomerChange(partnerId, decision.customerId())))
                .read(topics.charges(), Charge::customerId, (charge, record) -> {
                    charges.enter(charge);
                    return Optional.of(new CustomerChange(charge.partnerId(), charge.customerId()));
                });
    }
}
