package dev.licenseflow.billing.bank;

import java.time.LocalDate;

/**
 * A payment as a bank tells it.
 *
 * @param lineId the bank's id of the payment, never used for another one
 */
public record BankPayment(String lineId, String chargeId, LocalDate paidOn, long amountCents) {}
