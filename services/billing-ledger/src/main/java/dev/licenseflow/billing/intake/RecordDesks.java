package dev.licenseflow.billing.intake;

import dev.licenseflow.billing.alarm.AlarmBook;
import dev.licenseflow.billing.charge.ChargeBook;
import dev.licenseflow.billing.reconciliation.LicenseBalances;
import dev.licenseflow.billing.settlement.SettlementDecisions;
import dev.licenseflow.billing.statement.MonthCloseBook;
import dev.licenseflow.database.Transactions;
import dev.licenseflow.domain.charge.Charge;
import dev.licenseflow.domain.decision.Cause;
import dev.licenseflow.domain.decision.Decision;
import dev.licenseflow.messaging.topic.LicensingTopics;
import dev.licenseflow.schema.LicenseState;
import java.util.Map;

/** Says for each topic that the ledger reads what is done with its records. */
public record RecordDesks(
        ChargeBook charges,
        SettlementDecisions decisions,
        MonthCloseBook closes,
        LicenseBalances balances,
        AlarmBook alarms,
        UnreadableRecords unreadable,
        Transactions transactions) {

    /** The desk for the records of all topics read. */
    public RecordDesk of(LicensingTopics topics) {
        ChargeIntake charge = new ChargeIntake(charges, decisions, alarms);
        MonthCloseIntake close = new MonthCloseIntake(closes, alarms);
        return new RecordDesk(
                Map.of(
                        topics.charges().name(),
                        new TopicIntake<>(topics.charges(), Charge::customerId, charge::enter, unreadable),
                        topics.decisions().name(),
                        new TopicIntake<>(topics.decisions(), Decision::customerId, this::enter, unreadable),
                        topics.monthCloses().name(),
                        new TopicIntake<>(
                                topics.monthCloses(),
                                closed -> Integer.toString(closed.partition()),
                                close::enter,
                                unreadable),
                        topics.licenses().name(),
                        new TopicIntake<>(topics.licenses(), LicenseState::getCustomerId, balances::enter, unreadable)),
                transactions,
                unreadable);
    }

    /** Only what answers a settlement concerns billing; the charges of other decisions come on their own topic. */
    private void enter(Decision decision) {
        if (decision.cause() == Cause.SETTLEMENT) {
            decisions.enter(decision);
        }
    }
}
