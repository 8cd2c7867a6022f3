package dev.licenseflow.billing.bank;

import java.util.Optional;

/**
 * A line of a file as it was read.
 *
 * @param number counted from 1, the heading being line 1
 * @param payment what it says; empty if it has a fault
 * @param fault empty if it can be read
 * @param detail the faulty text
 */
public record BankLine(int number, Optional<BankPayment> payment, Optional<BankLineFault> fault, String detail) {

    static BankLine of(int number, BankPayment payment) {
        return new BankLine(number, Optional.of(payment), Optional.empty(), "");
    }

    static BankLine faulty(int number, BankLineFault fault, String detail) {
        return new BankLine(number, Optional.empty(), Optional.of(fault), detail);
    }
}
