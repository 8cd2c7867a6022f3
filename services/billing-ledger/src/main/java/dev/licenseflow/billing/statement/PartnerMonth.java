package dev.licenseflow.billing.statement;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/**
 * What the customers of a partner were charged for a month.
 *
 * @param totals of all customers, by currency
 */
public record PartnerMonth(
        String partnerId,
        YearMonth month,
        LocalDate dueBy,
        List<StatementTotals> totals,
        List<CustomerMonth> customers) {

    public PartnerMonth {
        totals = List.copyOf(totals);
        customers = List.copyOf(customers);
    }

    /** The totals of one customer, by currency. */
    public record CustomerMonth(String customerId, List<StatementTotals> totals) {
        public CustomerMonth {
            totals = List.copyOf(totals);
        }
    }
}
