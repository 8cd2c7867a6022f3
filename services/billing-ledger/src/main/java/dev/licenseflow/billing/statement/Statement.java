package dev.licenseflow.billing.statement;

import dev.licenseflow.billing.charge.LedgerCharge;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/**
 * What a customer of a partner was charged for a month, and what of it is settled.
 *
 * @param dueBy the last day of the month: all of it is to be settled before the renewal (rule G1)
 * @param totals by currency
 */
public record Statement(
        String partnerId,
        String customerId,
        YearMonth month,
        LocalDate dueBy,
        List<StatementTotals> totals,
        List<LedgerCharge> charges) {

    public Statement {
        totals = List.copyOf(totals);
        charges = List.copyOf(charges);
    }
}
