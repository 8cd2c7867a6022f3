package dev.licenseflow.billing.bank;

import dev.licenseflow.billing.alarm.Alarm.AlarmKind;
import dev.licenseflow.billing.alarm.AlarmRepository;
import dev.licenseflow.billing.bank.BankReturn.BankLine;
import dev.licenseflow.billing.bank.BankReturn.BankLineFault;
import dev.licenseflow.billing.bank.BankReturn.BankPayment;
import dev.licenseflow.billing.bank.BankReturnParser.ParsedLine;
import dev.licenseflow.billing.charge.ChargeRepository;
import dev.licenseflow.billing.charge.LedgerCharge;
import dev.licenseflow.billing.csv.BrazilianText;
import dev.licenseflow.billing.invoice.Invoice;
import dev.licenseflow.billing.invoice.Invoice.InvoiceStatus;
import dev.licenseflow.billing.invoice.InvoiceService;
import dev.licenseflow.billing.settlement.LedgerSettlement;
import dev.licenseflow.billing.settlement.SettlementOrder;
import dev.licenseflow.billing.settlement.SettlementService;
import dev.licenseflow.database.Transactions;
import dev.licenseflow.domain.month.BusinessCalendar;
import dev.licenseflow.domain.request.SettlementFacts;
import dev.licenseflow.domain.request.Sha256;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.dao.ConcurrencyFailureException;

/**
 * Takes files of bank returns: each good line becomes a settlement, and a bad one is reported and does not hold up the others. The
 * same file again changes nothing, and neither does a line that an earlier file had, so a corrected file may hold all lines.
 */
public final class BankReturnService {

    /** How payments of these files were made, as far as it is told. */
    private static final String METHOD = "bank-return";

    private final Transactions transactions;
    private final ChargeRepository charges;
    private final SettlementService settlements;
    private final InvoiceService invoices;
    private final AlarmRepository alarms;
    private final BankReturnRepository repository;
    private final BusinessCalendar calendar;
    private final Clock clock;

    public BankReturnService(
            Transactions transactions,
            ChargeRepository charges,
            SettlementService settlements,
            InvoiceService invoices,
            AlarmRepository alarms,
            BankReturnRepository repository,
            BusinessCalendar calendar,
            Clock clock) {
        this.transactions = transactions;
        this.charges = charges;
        this.settlements = settlements;
        this.invoices = invoices;
        this.alarms = alarms;
        this.repository = repository;
        this.calendar = calendar;
        this.clock = clock;
    }

    /**
     * Takes a file, as a whole or, if this throws, not at all.
     *
     * @return the results of its lines, from now or from when it was first taken
     * @throws BankReturnParser.BankFileException if it cannot be read
     */
    public BankReturn take(String fileName, byte[] file) {
        String hash = Sha256.hex(file);
        List<ParsedLine> lines = new BankReturnParser(calendar.dateOf(clock.instant())).parse(file);
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

    private BankLine take(ParsedLine line) {
        if (line.payment().isEmpty()) {
            return BankLine.refused(
                    line.number(), Optional.empty(), line.fault().orElseThrow(), line.detail());
        }
        return take(line.number(), line.payment().get());
    }

    private BankLine take(int number, BankPayment payment) {
        Optional<BankLine> before = repository.settled(payment.lineId());
        if (before.isPresent()) {
            return before.get().isOf(payment)
                    ? before.get().repeatedAs(number)
                    : refused(number, payment, BankLineFault.LINE_ID_REUSED, payment.lineId());
        }
        Optional<LedgerCharge> charge = charges.find(payment.paidFor());
        if (charge.isPresent()) {
            return takeCharge(number, payment, charge.get());
        }
        return invoices.findLocked(payment.paidFor())
                .map(invoice -> takeInvoice(number, payment, invoice))
                .orElseGet(() -> refused(number, payment, BankLineFault.CHARGE_UNKNOWN, payment.paidFor()));
    }

    private BankLine takeCharge(int number, BankPayment payment, LedgerCharge charge) {
        if (charge.owedCents() != payment.amountCents()) {
            return notApplied(number, payment, BankLineFault.AMOUNT_DIFFERS, BrazilianText.amount(charge.owedCents()));
        }
        String customerId = charge.charge().customerId();
        return settlements
                .settle(SettlementOrder.paid(
                        customerId,
                        List.of(payment.paidFor()),
                        payment.paidOn(),
                        facts(payment, payment.amountCents())))
                .match(
                        settlement -> settling(number, payment, settlement),
                        notOpen -> notApplied(number, payment, BankLineFault.CHARGE_NOT_OPEN, payment.paidFor()));
    }

    private static BankLine settling(int number, BankPayment payment, LedgerSettlement settlement) {
        if (settlement.amountCents() != payment.amountCents()) {
            throw new ConcurrencyFailureException("Charge " + payment.paidFor() + " was lowered at the same time");
        }
        return BankLine.settling(number, payment, settlement.customerId(), settlement.settlementId());
    }

    private BankLine takeInvoice(int number, BankPayment payment, Invoice invoice) {
        if (invoice.status() != InvoiceStatus.OPEN) {
            return notApplied(
                    number,
                    payment,
                    BankLineFault.INVOICE_NOT_OPEN,
                    invoice.status().name());
        }
        if (invoice.amountCents() != payment.amountCents()) {
            return notApplied(
                    number, payment, BankLineFault.AMOUNT_DIFFERS, BrazilianText.amount(invoice.amountCents()));
        }
        invoices.pay(invoice, payment.paidOn(), cents -> facts(payment, cents));
        return BankLine.settlingInvoice(number, payment);
    }

    /** Money that came in and is not applied: somebody has to look at it. */
    private BankLine notApplied(int number, BankPayment payment, BankLineFault fault, String detail) {
        alarms.raise(
                AlarmKind.PAYMENT_NOT_APPLIED,
                payment.lineId(),
                fault + " (" + detail + "): " + BrazilianText.amount(payment.amountCents()) + " for "
                        + payment.paidFor());
        return refused(number, payment, fault, detail);
    }

    /** The bank tells the day, so the time is its begin. */
    private SettlementFacts facts(BankPayment payment, long amountCents) {
        return new SettlementFacts(
                Optional.of(calendar.startOf(payment.paidOn())),
                OptionalLong.of(amountCents),
                Optional.of(METHOD),
                Optional.of(payment.lineId()),
                Optional.empty(),
                Optional.empty());
    }

    private static BankLine refused(int number, BankPayment payment, BankLineFault fault, String detail) {
        return BankLine.refused(number, Optional.of(payment), fault, detail);
    }
}
