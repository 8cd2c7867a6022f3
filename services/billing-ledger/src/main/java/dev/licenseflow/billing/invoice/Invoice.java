package dev.licenseflow.billing.invoice;

import dev.licenseflow.billing.charge.LedgerCharge;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/**
 * Open charges of a partner, grouped to be paid at once. Its charges and its amount never change (ADR 22).
 *
 * @param number also the txid of its PIX code
 * @param customerId empty if it is of all customers of the partner
 * @param openCents what is owed now on those of its charges that are open
 */
@Schema(description = "Open charges of a partner, grouped to be paid at once")
public record Invoice(
        String number,
        long seq,
        String partnerId,

        @Schema(description = "Absent for an invoice of all customers of the partner")
        Optional<String> customerId,

        InvoiceStatus status,
        String currency,

        @Schema(description = "What is to be paid, exactly; it never changes")
        long amountCents,

        @Schema(description = "What is owed now on those of its charges that are open")
        long openCents,

        LocalDate dueBy,
        Instant createdAt,
        Optional<Instant> cancelledAt) {

    /** The state of an invoice, which follows from its charges. */
    @Schema(enumAsRef = true, description = """
            OPEN: it can be paid. SETTLING: it was paid, and the processor has not decided yet. PAID: its charges are settled. CLOSED: \
            it was cancelled, or one of its charges was settled or lowered otherwise; it must not be paid any more""")
    public enum InvoiceStatus {
        /** All its charges are open, and owed as the invoice says. */
        OPEN,
        /** Its payment is recorded and waits for the processor's decision. */
        SETTLING,
        /** Its payment has settled all its charges. */
        PAID,
        /** It was cancelled, or its charges were settled or lowered otherwise. */
        CLOSED
    }

    /**
     * A charge of an invoice.
     *
     * @param charge as it is now
     * @param amountCents what was owed on it when the invoice was made
     */
    public record InvoiceLine(LedgerCharge charge, long amountCents) {}

    /**
     * Which open charges are to be grouped.
     *
     * @param customerId empty for all customers of the partner
     * @param month empty for all months
     * @param dueBy empty for the first due date among the charges, or today if that is over
     */
    public record InvoiceOrder(
            String partnerId, Optional<String> customerId, Optional<YearMonth> month, Optional<LocalDate> dueBy) {}

    /** Why nothing was done with an invoice. */
    public enum InvoiceFault {
        /** No charge is open that is not in an open invoice already. */
        NOTHING_TO_INVOICE,
        /** More charges than one invoice can hold; choose a customer or a month. */
        TOO_MANY_CHARGES,
        /** The charges have several currencies; choose a customer or a month. */
        SEVERAL_CURRENCIES,
        /** The due date is over. */
        DUE_DATE_PAST,
        /** It is paid, about to be, or closed. */
        INVOICE_NOT_OPEN
    }

    /** Nothing was done with an invoice. */
    public static final class InvoiceException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final InvoiceFault fault;

        InvoiceException(InvoiceFault fault, String message) {
            super(message);
            this.fault = fault;
        }

        public InvoiceFault fault() {
            return fault;
        }
    }
}
