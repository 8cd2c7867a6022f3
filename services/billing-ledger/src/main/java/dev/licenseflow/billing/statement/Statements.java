package dev.licenseflow.billing.statement;

import dev.licenseflow.billing.charge.ChargeRepository;
import dev.licenseflow.billing.charge.LedgerCharge;
import dev.licenseflow.domain.month.BusinessCalendar;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Makes statements out of the charges. What is overdue is judged by today's date in the business zone. */
public final class Statements {

    /** More charges than a partner has in a month; above it a view would be cut, so there is none. */
    public static final int MAX_CHARGES = 100_000;

    private final ChargeRepository charges;
    private final BusinessCalendar calendar;
    private final Clock clock;

    public Statements(ChargeRepository charges, BusinessCalendar calendar, Clock clock) {
        this.charges = charges;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** The statement of one customer, empty of charges if there were none. */
    public Statement of(String partnerId, String customerId, YearMonth month) {
        List<LedgerCharge> found = charges.ofMonth(partnerId, customerId, month);
        return new Statement(
                partnerId, customerId, month, month.atEndOfMonth(), StatementTotals.of(found, today()), found);
    }

    /** The month of a partner, customers sorted by id; empty if it has more charges than can be shown. */
    public Optional<PartnerMonth> of(String partnerId, YearMonth month) {
        return charges(partnerId, month).map(found -> {
            Map<String, List<LedgerCharge>> byCustomer = found.stream()
                    .collect(Collectors.groupingBy(
                            charge -> charge.charge().customerId(), LinkedHashMap::new, Collectors.toList()));
            LocalDate today = today();
            return new PartnerMonth(
                    partnerId,
                    month,
                    month.atEndOfMonth(),
                    StatementTotals.of(found, today),
                    byCustomer.entrySet().stream()
                            .map(entry -> new PartnerMonth.CustomerMonth(
                                    entry.getKey(), StatementTotals.of(entry.getValue(), today)))
                            .toList());
        });
    }

    /** All charges of a partner's month, by customer; empty if they are more than can be shown. */
    public Optional<List<LedgerCharge>> charges(String partnerId, YearMonth month) {
        return Optional.of(charges.ofMonth(partnerId, month, MAX_CHARGES + 1))
                .filter(found -> found.size() <= MAX_CHARGES);
    }

    private LocalDate today() {
        return calendar.dateOf(clock.instant());
    }
}
