package dev.licenseflow.billing.spring.web;

import dev.licenseflow.billing.statement.Statement;
import dev.licenseflow.billing.statement.StatementTotals;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/** A statement as clients see it. */
record StatementView(
        String partnerId,
        String customerId,
        YearMonth month,
        LocalDate dueBy,
        List<StatementTotals> totals,
        List<ChargeView> charges) {

    static StatementView of(Statement statement) {
        return new StatementView(
                statement.partnerId(),
                statement.customerId(),
                statement.month(),
                statement.dueBy(),
                statement.totals(),
                statement.charges().stream().map(ChargeView::of).toList());
    }
}
