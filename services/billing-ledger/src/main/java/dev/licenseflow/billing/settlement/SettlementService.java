package dev.licenseflow.billing.settlement;

import dev.licenseflow.billing.charge.ChargeRepository;
import dev.licenseflow.billing.charge.LedgerCharge;
import dev.licenseflow.billing.settlement.SettlementResult.SettlementFault;
import dev.licenseflow.database.Transactions;
import dev.licenseflow.domain.request.Settlement;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.dao.ConcurrencyFailureException;

/**
 * Records settlements: the settlement, its charges and its row in the outbox, in one transaction. A settlement is recorded as a
 * whole or not at all. Those of one customer are recorded one after the other, and published in that order.
 */
public final class SettlementService {

    /** As many charges as the processor takes in one settlement. */
    public static final int MAX_CHARGES = 1_000;

    private final Transactions transactions;
    private final ChargeRepository charges;
    private final SettlementRepository settlements;

    public SettlementService(Transactions transactions, ChargeRepository charges, SettlementRepository settlements) {
        this.transactions = transactions;
        this.charges = charges;
        this.settlements = settlements;
    }

    /** Records a settlement of open charges, or says why not. */
    public SettlementResult settle(SettlementOrder order) {
        return transactions.call(() -> {
            settlements.lock(order.customerId());
            return order.isAllOpen() ? settleAllOpen(order) : settleNamed(order);
        });
    }

    private SettlementResult settleAllOpen(SettlementOrder order) {
        List<LedgerCharge> open = charges.open(order.customerId(), order.month(), MAX_CHARGES + 1);
        if (open.isEmpty()) {
            return new SettlementResult.Refused(SettlementFault.NOTHING_OPEN, List.of());
        }
        return record(order, open);
    }

    private SettlementResult settleNamed(SettlementOrder order) {
        List<LedgerCharge> found = charges.findAll(order.chargeIds()).stream()
                .filter(charge -> charge.charge().customerId().equals(order.customerId()))
                .toList();
        Set<String> unknown = new TreeSet<>(order.chargeIds());
        unknown.removeAll(found.stream().map(LedgerCharge::chargeId).collect(Collectors.toSet()));
        if (!unknown.isEmpty()) {
            return new SettlementResult.Refused(SettlementFault.CHARGE_UNKNOWN, List.copyOf(unknown));
        }
        List<String> notOpen = found.stream()
                .filter(charge -> !charge.isOpen())
                .map(LedgerCharge::chargeId)
                .toList();
        if (!notOpen.isEmpty()) {
            return new SettlementResult.Refused(SettlementFault.CHARGE_NOT_OPEN, notOpen);
        }
        return record(order, found);
    }

    private SettlementResult record(SettlementOrder order, List<LedgerCharge> open) {
        String settlementId = UUID.randomUUID().toString();
        List<String> chargeIds = open.stream().map(LedgerCharge::chargeId).toList();
        if (!fits(settlementId, order, chargeIds)) {
            return new SettlementResult.Refused(SettlementFault.TOO_MANY_CHARGES, List.of());
        }
        long amountCents = open.stream().mapToLong(LedgerCharge::owedCents).reduce(0, Math::addExact);
        settlements.enter(settlementId, order, amountCents, chargeIds);
        for (LedgerCharge charge : open) {
            if (!charges.reserve(charge, settlementId)) {
                // It was settled or lowered since it was read: the client is asked to try again.
                throw new ConcurrencyFailureException("Charge " + charge.chargeId() + " was changed at the same time");
            }
        }
        return new SettlementResult.Recorded(
                settlements.find(order.customerId(), settlementId).orElseThrow());
    }

    /** Whether the processor could read it: the domain's class checks the bounds of the contract. */
    private static boolean fits(String settlementId, SettlementOrder order, List<String> chargeIds) {
        try {
            new Settlement(settlementId, order.customerId(), chargeIds, order.outcome(), order.facts());
            return true;
        } catch (IllegalArgumentException beyondBounds) {
            return false;
        }
    }
}
