package dev.licenseflow.billing.invoice;

import dev.licenseflow.billing.charge.LedgerCharge;
import dev.licenseflow.billing.invoice.Invoice.InvoiceException;
import dev.licenseflow.billing.invoice.Invoice.InvoiceFault;
import dev.licenseflow.billing.invoice.Invoice.InvoiceLine;
import dev.licenseflow.billing.invoice.Invoice.InvoiceOrder;
import dev.licenseflow.billing.invoice.Invoice.InvoiceStatus;
import dev.licenseflow.billing.settlement.LedgerSettlement;
import dev.licenseflow.billing.settlement.SettlementOrder;
import dev.licenseflow.billing.settlement.SettlementService;
import dev.licenseflow.database.Transactions;
import dev.licenseflow.domain.month.BusinessCalendar;
import dev.licenseflow.domain.request.Settlement;
import dev.licenseflow.domain.request.SettlementFacts;
import dev.licenseflow.domain.request.SettlementOutcome;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import org.springframework.dao.ConcurrencyFailureException;

/** Makes, cancels and pays invoices. A payment is one settlement per customer, all in one transaction. */
public final class InvoiceService {

    /** Charges of one invoice, at most. */
    public static final int MAX_CHARGES = 5_000;

    private final Transactions transactions;
    private final InvoiceRepository repository;
    private final SettlementService settlements;
    private final BusinessCalendar calendar;
    private final Clock clock;

    public InvoiceService(
            Transactions transactions,
            InvoiceRepository repository,
            SettlementService settlements,
            BusinessCalendar calendar,
            Clock clock) {
        this.transactions = transactions;
        this.repository = repository;
        this.settlements = settlements;
        this.calendar = calendar;
        this.clock = clock;
    }

    /**
     * Makes an invoice of the open charges that are in no open invoice yet.
     *
     * @throws InvoiceException if there are none, or they do not fit one invoice
     */
    public Invoice create(InvoiceOrder order) {
        LocalDate today = calendar.dateOf(clock.instant());
        if (order.dueBy().filter(day -> day.isBefore(today)).isPresent()) {
            throw new InvoiceException(InvoiceFault.DUE_DATE_PAST, "The due date is over");
        }
        return transactions.call(() -> {
            repository.lock(order.partnerId());
            List<LedgerCharge> open = repository.open(order, MAX_CHARGES + 1);
            check(open);
            LocalDate first = open.stream()
                    .map(charge -> charge.charge().dueBy())
                    .min(LocalDate::compareTo)
                    .orElseThrow();
            LocalDate dueBy = order.dueBy().orElse(first.isBefore(today) ? today : first);
            String number = repository.enter(order, dueBy, open, calendar.monthOf(clock.instant()), clock.instant());
            return repository.find(number).orElseThrow();
        });
    }

    private static void check(List<LedgerCharge> open) {
        if (open.isEmpty()) {
            throw new InvoiceException(
                    InvoiceFault.NOTHING_TO_INVOICE, "Nothing is open there that is not in an open invoice already");
        }
        if (open.size() > MAX_CHARGES || byCustomer(open).entrySet().stream().anyMatch(InvoiceService::isTooLarge)) {
            throw new InvoiceException(
                    InvoiceFault.TOO_MANY_CHARGES, "These are too many charges; choose a customer or a month");
        }
        if (open.stream().map(charge -> charge.charge().currency()).distinct().count() > 1) {
            throw new InvoiceException(
                    InvoiceFault.SEVERAL_CURRENCIES,
                    "The charges have several currencies; choose a customer or a month");
        }
    }

    /** Whether the charges of a customer are more than a settlement takes; the domain's class checks the bounds. */
    private static boolean isTooLarge(Map.Entry<String, List<LedgerCharge>> customer) {
        try {
            new Settlement("any", customer.getKey(), ids(customer.getValue()), SettlementOutcome.PAID);
            return false;
        } catch (IllegalArgumentException beyondBounds) {
            return true;
        }
    }

    /**
     * Cancels an open invoice, so that its charges can be in another one; one that is cancelled stays so.
     *
     * @return empty if there is no such invoice
     * @throws InvoiceException if it is not open
     */
    public Optional<Invoice> cancel(String number) {
        return transactions.call(() -> repository.findLocked(number).map(invoice -> {
            if (invoice.cancelledAt().isPresent()) {
                return invoice;
            }
            if (invoice.status() != InvoiceStatus.OPEN) {
                throw new InvoiceException(InvoiceFault.INVOICE_NOT_OPEN, "The invoice is " + invoice.status());
            }
            repository.cancel(number, clock.instant());
            return repository.find(number).orElseThrow();
        }));
    }

    /** Finds an invoice that somebody pays; nobody else cancels or pays it until the transaction ends. */
    public Optional<Invoice> findLocked(String number) {
        return repository.findLocked(number);
    }

    /**
     * Records the payment of an open invoice, in the current transaction.
     *
     * @param facts what is told of a customer's part of the payment, by its amount
     */
    public void pay(Invoice invoice, LocalDate paidOn, LongFunction<SettlementFacts> facts) {
        List<LedgerCharge> charges = repository.lines(invoice.number()).stream()
                .map(InvoiceLine::charge)
                .toList();
        if (owedCents(charges) != invoice.amountCents()) {
            throw changed(invoice);
        }
        byCustomer(charges).forEach((customerId, part) -> {
            long partCents = owedCents(part);
            SettlementOrder order = SettlementOrder.paid(customerId, ids(part), paidOn, facts.apply(partCents));
            settlements
                    .settle(order)
                    .match(Optional::of, refused -> Optional.<LedgerSettlement>empty())
                    .filter(settlement -> settlement.amountCents() == partCents)
                    .ifPresentOrElse(settlement -> repository.paid(settlement, invoice.number()), () -> {
                        throw changed(invoice);
                    });
        });
    }

    /** A credit or a foreign settlement came since the invoice was found open: the client is asked to try again. */
    private static ConcurrencyFailureException changed(Invoice invoice) {
        return new ConcurrencyFailureException("Invoice " + invoice.number() + " was changed at the same time");
    }

    private static long owedCents(List<LedgerCharge> charges) {
        return charges.stream().mapToLong(LedgerCharge::owedCents).reduce(0, Math::addExact);
    }

    private static List<String> ids(List<LedgerCharge> charges) {
        return charges.stream().map(LedgerCharge::chargeId).toList();
    }

    private static Map<String, List<LedgerCharge>> byCustomer(List<LedgerCharge> charges) {
        return charges.stream()
                .collect(Collectors.groupingBy(
                        charge -> charge.charge().customerId(), TreeMap::new, Collectors.toList()));
    }
}
