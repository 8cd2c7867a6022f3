package dev.licenseflow.billing.bank;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A file that was taken, with the result of each line. The hash, in hexadecimal, is its identity. */
@Schema(description = "A file that was taken, with the result of each line and the number of lines with each result")
public record BankReturn(
        @Schema(description = "SHA-256 of its bytes") String fileHash,
        String fileName,
        Instant receivedAt,
        long settling,
        long repeated,
        long refused,
        List<BankLine> lines) {

    public BankReturn {
        lines = List.copyOf(lines);
    }

    static BankReturn of(String fileHash, String fileName, Instant receivedAt, List<BankLine> lines) {
        return new BankReturn(
                fileHash,
                fileName,
                receivedAt,
                count(lines, BankLineResult.SETTLING),
                count(lines, BankLineResult.REPEATED),
                count(lines, BankLineResult.REFUSED),
                lines);
    }

    private static long count(List<BankLine> lines, BankLineResult result) {
        return lines.stream().filter(line -> line.result() == result).count();
    }

    /**
     * A line with its result.
     *
     * @param lineId with charge or invoice, day and amount: the payment; all are empty if the line could not be read
     * @param fault only for a refused line, and so is the detail
     * @param customerId with the settlement: the one recorded for the line, or for the line that it repeats
     */
    @Schema(description = "A line with its result")
    public record BankLine(
            @Schema(description = "Counted from 1, the heading being line 1")
            int line,

            BankLineResult result,
            Optional<String> lineId,

            @Schema(description = "What it pays, unless that is an invoice")
            Optional<String> chargeId,

            @Schema(description = "The invoice that it pays, or was meant to pay; it makes a settlement per customer")
            Optional<String> invoiceNumber,

            Optional<LocalDate> paidOn,
            Optional<Long> amountCents,
            Optional<BankLineFault> fault,

            @Schema(description = "The faulty text, or what was expected")
            Optional<String> detail,

            Optional<String> customerId,
            Optional<String> settlementId) {

        static BankLine refused(int number, Optional<BankPayment> payment, BankLineFault fault, String detail) {
            return new BankLine(
                    number,
                    BankLineResult.REFUSED,
                    payment.map(BankPayment::lineId),
                    payment.map(BankPayment::paidFor),
                    Optional.empty(),
                    payment.map(BankPayment::paidOn),
                    payment.map(BankPayment::amountCents),
                    Optional.of(fault),
                    Optional.of(detail),
                    Optional.empty(),
                    Optional.empty());
        }

        static BankLine settling(int number, BankPayment payment, String customerId, String settlementId) {
            return new BankLine(
                    number,
                    BankLineResult.SETTLING,
                    Optional.of(payment.lineId()),
                    Optional.of(payment.paidFor()),
                    Optional.empty(),
                    Optional.of(payment.paidOn()),
                    Optional.of(payment.amountCents()),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(customerId),
                    Optional.of(settlementId));
        }

        static BankLine settlingInvoice(int number, BankPayment payment) {
            return new BankLine(
                    number,
                    BankLineResult.SETTLING,
                    Optional.of(payment.lineId()),
                    Optional.empty(),
                    Optional.of(payment.paidFor()),
                    Optional.of(payment.paidOn()),
                    Optional.of(payment.amountCents()),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }

        /** The line of this number, with the same payment as this one. */
        BankLine repeatedAs(int number) {
            return new BankLine(
                    number,
                    BankLineResult.REPEATED,
                    lineId,
                    chargeId,
                    invoiceNumber,
                    paidOn,
                    amountCents,
                    Optional.empty(),
                    Optional.empty(),
                    customerId,
                    settlementId);
        }

        boolean isOf(BankPayment payment) {
            return lineId.equals(Optional.of(payment.lineId()))
                    && chargeId.or(() -> invoiceNumber).equals(Optional.of(payment.paidFor()))
                    && paidOn.equals(Optional.of(payment.paidOn()))
                    && amountCents.equals(Optional.of(payment.amountCents()));
        }
    }

    /**
     * A payment that a bank reports.
     *
     * @param lineId the bank's id of the payment, never used for another one
     * @param paidFor a charge id or the number of an invoice
     */
    public record BankPayment(String lineId, String paidFor, LocalDate paidOn, long amountCents) {}

    /** The result of a line. */
    public enum BankLineResult {
        /** A settlement was recorded for it. */
        SETTLING,
        /** The same payment was reported before; nothing more was done. */
        REPEATED,
        /** It has a fault, and settles nothing. */
        REFUSED
    }

    /** Why a line settles nothing. */
    public enum BankLineFault {
        /** It has not four fields, or a quote that does not end. */
        MALFORMED,
        /** Its id is empty or longer than 64 characters. */
        LINE_ID_INVALID,
        /** Its amount is not written as 1234,56, or is zero. */
        AMOUNT_INVALID,
        /** Its date is none, not written as 31/03/2026, or in the future. */
        DATE_INVALID,
        /** Its id was used for another charge or invoice, amount or day, in this file or an earlier one. */
        LINE_ID_REUSED,
        /** There is no such charge or invoice in the ledger. */
        CHARGE_UNKNOWN,
        /** The charge is settled, or waits for the decision on another settlement. */
        CHARGE_NOT_OPEN,
        /** The invoice is paid, about to be, or closed. */
        INVOICE_NOT_OPEN,
        /** The amount is not what is owed on the charge or invoice; part payments are not supported. */
        AMOUNT_DIFFERS
    }
}
