package dev.licenseflow.billing.statement;

import dev.licenseflow.billing.charge.ChargeRepository;
import dev.licenseflow.billing.charge.LedgerCharge;
import dev.licenseflow.domain.month.BusinessCalendar;
import java.time.Clock;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Sums up the charges of a month. Whether a charge is overdue depends on today's date in the business zone. */
public final class Statements {

    /** No partner has as many charges in a month. If one had, its month would not be shown, since part of it would be misleading. */
    public static final int MAX_CHARGES = 100_000;

    private final ChargeRepository charges;
    private final BusinessCalendar calendar;
    private final Clock clock;

    public Statements(ChargeRepository charges, BusinessCalendar calendar, Clock clock) {
        this.charges = charges;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** The charges of one customer for a month. */
    public List<LedgerCharge> charges(String partnerId, String customerId, YearMonth month) {
        return charges.ofMonth(partnerId, Optional.of(customerId), month, MAX_CHARGES);
    }

    /** The sums of charges, by currency. */
    public List<StatementTotals> totals(List<LedgerCharge> found) {
        return StatementTotals.of(found, calendar.dateOf(clock.instant()));
    }

    /** The month of a partner, customers sorted by id; empty if it has more charges than can be shown. */
    public Optional<PartnerMonth> of(String partnerId, YearMonth month) {
        return charges(partnerId, month).map(found -> {
            Map<String, List<LedgerCharge>> byCustomer = found.stream()
                    .collect(Collectors.groupingBy(
                            charge -> charge.charge().customerId(), LinkedHashMap::new, Collectors.toList()));
            return new PartnerMonth(
                    partnerId,
                    month,
                    month.atEndOfMonth(),
                    totals(found),
                    byCustomer.entrySet().stream()
                            .map(entry -> new PartnerMonth.CustomerMonth(entry.getKey(), totals(entry.getValue())))
                            .toList());
        });
    }

    /** All charges of a partner's month, by customer; empty if they are more than can be shown. */
    public Optional<List<LedgerCharge>> charges(String partnerId, YearMonth month) {
        return Optional.of(charges.ofMonth(partnerId, Optional.empty(), month, MAX_CHARGES + 1))
                .filter(found -> found.size() <= MAX_CHARGES);
    }
}
