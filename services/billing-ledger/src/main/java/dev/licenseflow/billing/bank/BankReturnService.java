package dev.licenseflow.billing.bank;

import dev.licenseflow.billing.charge.ChargeRepository;
import dev.licenseflow.billing.charge.LedgerCharge;
import dev.licenseflow.billing.csv.BrazilianText;
import dev.licenseflow.billing.settlement.SettlementOrder;
import dev.licenseflow.billing.settlement.SettlementService;
import dev.licenseflow.database.Transactions;
import dev.licenseflow.domain.month.BusinessCalendar;
import dev.licenseflow.domain.request.Sha256;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Takes files of bank returns: each good line becomes a settlement, a bad one is reported and holds up none of the others. The
 * same file again changes nothing, and neither does a line that an earlier file has told: so a corrected file may hold all lines.
 */
public final class BankReturnService {

    private final Transactions transactions;
    private final ChargeRepository charges;
    private final SettlementService settlements;
    private final BankReturnRepository repository;
    private final BusinessCalendar calendar;
    private final Clock clock;

    public BankReturnService(
            Transactions transactions,
            ChargeRepository charges,
            SettlementService settlements,
            BankReturnRepository repository,
            BusinessCalendar calendar,
            Clock clock) {
        this.transactions = transactions;
        this.charges = charges;
        this.settlements = settlements;
        this.repository = repository;
        this.calendar = calendar;
        this.clock = clock;
    }

    /**
     * Takes a file, as a whole or, if this throws, not at all.
     *
     * @return what became of its lines, now or when it was taken first
     * @throws BankFileException if it is no such file
     */
    public BankReturn take(String fileName, byte[] file) {
        String hash = Sha256.hex(file);
        List<BankLine> lines = new BankReturnParser(calendar.dateOf(clock.instant())).parse(file);
        return transactions.call(() -> {
            repository.lock();
            Optional<BankReturn> before = repository.find(hash);
            if (before.isPresent()) {
                return before.get();
            }
            repository.enter(hash, fileName, clock.instant());
            lines.forEach(line -> repository.enter(hash, take(line)));
            return repository.find(hash).orElseThrow();
        });
    }

    private BankLineResult take(BankLine line) {
        if (line.payment().isEmpty()) {
            return BankLineResult.refused(line, line.fault().orElseThrow(), line.detail());
        }
        BankPayment payment = line.payment().get();
        Optional<BankLineResult> before = repository.settled(payment.lineId());
        if (before.isPresent()) {
            return repetition(line, payment, before.get());
        }
        Optional<LedgerCharge> charge = charges.find(payment.chargeId());
        if (charge.isEmpty()) {
            return BankLineResult.refused(line, BankLineFault.CHARGE_UNKNOWN, payment.chargeId());
        }
        if (charge.get().amountCents() != payment.amountCents()) {
            String owed = BrazilianText.amount(charge.get().amountCents());
            return BankLineResult.refused(line, BankLineFault.AMOUNT_DIFFERS, owed);
        }
        String customerId = charge.get().charge().customerId();
        return settlements
                .settle(SettlementOrder.paid(customerId, payment.chargeId(), payment.paidOn()))
                .match(
                        settlement -> BankLineResult.taken(
                                line, BankLineResult.Kind.SETTLING, customerId, settlement.settlementId()),
                        refused -> BankLineResult.refused(line, BankLineFault.CHARGE_NOT_OPEN, payment.chargeId()));
    }

    private static BankLineResult repetition(BankLine line, BankPayment payment, BankLineResult before) {
        return before.payment().filter(payment::equals).isPresent()
                ? BankLineResult.taken(
                        line,
                        BankLineResult.Kind.REPEATED,
                        before.customerId().orElseThrow(),
                        before.settlementId().orElseThrow())
                : BankLineResult.refused(line, BankLineFault.LINE_ID_REUSED, payment.lineId());
    }
}
