package dev.licenseflow.cli.demo;

import dev.licenseflow.domain.charge.Charge;
import dev.licenseflow.domain.decision.Cause;
import dev.licenseflow.domain.decision.Decision;
import dev.licenseflow.domain.decision.MonthTotals;
import dev.licenseflow.messaging.mapping.ChargeMapper;
import dev.licenseflow.messaging.mapping.ClosedPartition;
import dev.licenseflow.messaging.mapping.MonthCloseMapper;
import dev.licenseflow.messaging.mapping.decision.DecisionMapper;
import dev.licenseflow.schema.LicenseDecision;
import dev.licenseflow.schema.LicenseState;
import dev.licenseflow.schema.MonthClosed;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;

/**
 * Gathers the records of each decision. The records of one transaction lie on several partitions, which become readable one
 * after the other; so a decision is only given out when all its records are there.
 */
final class RecordCollector {

    private final List<Decision> decisions = new ArrayList<>();
    private final List<Charge> charges = new ArrayList<>();
    private final List<LicenseState> licenses = new ArrayList<>();
    private final List<ClosedPartition> closes = new ArrayList<>();

    /** Adds a record of a topic that the processor writes; those of other topics are passed over. */
    void add(SpecificRecord record) {
        if (record instanceof LicenseDecision decision) {
            decisions.add(DecisionMapper.toDomain(decision));
        } else if (record instanceof dev.licenseflow.schema.Charge charge) {
            charges.add(ChargeMapper.toDomain(charge));
        } else if (record instanceof LicenseState state) {
            licenses.add(state);
        } else if (record instanceof MonthClosed close) {
            closes.add(MonthCloseMapper.toDomain(close));
        }
    }

    /** Takes the decision on a cause out, once its records are complete. */
    Optional<DecisionRecords> take(String customerId, String causeId) {
        Optional<DecisionRecords> complete = decisions.stream()
                .filter(one ->
                        one.customerId().equals(customerId) && one.causeId().equals(causeId))
                .findFirst()
                .map(this::recordsOf)
                .filter(records -> records.charges().size()
                                == records.decision().chargeIds().size()
                        && records.licenses().isPresent() == records.decision().changesWhatIsShown());
        complete.ifPresent(records -> {
            decisions.remove(records.decision());
            charges.removeAll(records.charges());
            records.licenses().ifPresent(licenses::remove);
        });
        return complete;
    }

    /** The totals of a month close, once the totals of all partitions are there. */
    Optional<MonthTotals> closed(YearMonth month, int partitions) {
        List<MonthTotals> totals = closes.stream()
                .filter(one -> one.month().equals(month))
                .map(ClosedPartition::totals)
                .toList();
        return totals.size() < partitions ? Optional.empty() : totals.stream().reduce(MonthTotals::plus);
    }

    /** How many records of a customer are left that are part of no month close. */
    int surplus(String customerId) {
        List<Decision> monthCloses = decisions.stream()
                .filter(one -> one.cause() == Cause.MONTH_CLOSE)
                .toList();
        List<Charge> otherCharges = charges.stream()
                .filter(charge -> monthCloses.stream()
                        .noneMatch(close -> close.chargeIds().contains(charge.chargeId())))
                .toList();
        List<LicenseState> otherLicenses = licenses.stream()
                .filter(state -> monthCloses.stream()
                        .noneMatch(close -> close.customerId().equals(state.getCustomerId())
                                && close.revisionAfter() == state.getRevision()))
                .toList();
        return count(decisions, Decision::customerId, customerId)
                - count(monthCloses, Decision::customerId, customerId)
                + count(otherCharges, Charge::customerId, customerId)
                + count(otherLicenses, LicenseState::getCustomerId, customerId);
    }

    private static <R> int count(List<R> records, Function<R, String> customer, String customerId) {
        return (int) records.stream()
                .filter(one -> customer.apply(one).equals(customerId))
                .count();
    }

    private DecisionRecords recordsOf(Decision decision) {
        // The state of a month close may have been shown before; it has the revision of a decision that changes
        // nothing.
        return new DecisionRecords(
                decision,
                charges.stream()
                        .filter(one -> decision.chargeIds().contains(one.chargeId()))
                        .toList(),
                licenses.stream()
                        .filter(one -> decision.changesWhatIsShown()
                                && one.getCustomerId().equals(decision.customerId())
                                && one.getRevision() == decision.revisionAfter())
                        .findFirst());
    }
}
