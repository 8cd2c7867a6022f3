package dev.licenseflow.billing.bank;

import java.util.Optional;

/**
 * What became of a line.
 *
 * @param fault only for a refused one
 * @param detail the faulty text, or what was expected
 * @param customerId whose settlement it is, but for a refused one
 * @param settlementId the settlement recorded for it, or for the line that it repeats
 */
public record BankLineResult(
        int number,
        Optional<BankPayment> payment,
        Kind kind,
        Optional<BankLineFault> fault,
        String detail,
        Optional<String> customerId,
        Optional<String> settlementId) {

    /** How a line was taken. */
    public enum Kind {
        /** A settlement was recorded for it. */
        SETTLING,
        /** The same payment was told before; nothing more was done. */
        REPEATED,
        /** It has a fault, and settles nothing. */
        REFUSED
    }

    static BankLineResult refused(BankLine line, BankLineFault fault, String detail) {
        return new BankLineResult(
                line.number(),
                line.payment(),
                Kind.REFUSED,
                Optional.of(fault),
                detail,
                Optional.empty(),
                Optional.empty());
    }

    static BankLineResult taken(BankLine line, Kind kind, String customerId, String settlementId) {
        return new BankLineResult(
                line.number(),
                line.payment(),
                kind,
                Optional.empty(),
                "",
                Optional.of(customerId),
                Optional.of(settlementId));
    }
}
