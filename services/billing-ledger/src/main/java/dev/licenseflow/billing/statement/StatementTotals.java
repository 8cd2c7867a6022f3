package dev.licenseflow.billing.statement;

import dev.licenseflow.billing.charge.LedgerCharge;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Sums of charges and credits of one currency, in cents. Charged is the sum of open, settling and settled. A credit counts where the
 * charge counts that it lowers.
 *
 * @param openCents nobody has paid it
 * @param settlingCents a settlement waits for its decision
 * @param overdueCents the part of open that is past its due date
 */
@Schema(
        name = "Totals",
        description = "Sums of charges of one currency; charged is open, settling and settled together")
public record StatementTotals(
        String currency, long chargedCents, long openCents, long settlingCents, long settledCents, long overdueCents) {

    /**
     * The sums of charges, by currency.
     *
     * @param today in the business zone
     */
    public static List<StatementTotals> of(List<LedgerCharge> charges, LocalDate today) {
        Map<String, List<LedgerCharge>> byCurrency = charges.stream()
                .collect(
                        Collectors.groupingBy(charge -> charge.charge().currency(), TreeMap::new, Collectors.toList()));
        return byCurrency.entrySet().stream()
                .map(entry -> entry.getValue().stream()
                        .map(charge -> of(charge, today))
                        .reduce(new StatementTotals(entry.getKey(), 0, 0, 0, 0, 0), StatementTotals::plus))
                .toList();
    }

    private static StatementTotals of(LedgerCharge charge, LocalDate today) {
        long cents = charge.amountCents();
        String currency = charge.charge().currency();
        return switch (charge.status()) {
            case OPEN ->
                new StatementTotals(
                        currency, cents, cents, 0, 0, charge.charge().dueBy().isBefore(today) ? charge.owedCents() : 0);
            case SETTLING -> new StatementTotals(currency, cents, 0, cents, 0, 0);
            case SETTLED -> new StatementTotals(currency, cents, 0, 0, cents, 0);
        };
    }

    private StatementTotals plus(StatementTotals more) {
        return new StatementTotals(
                currency,
                Math.addExact(chargedCents, more.chargedCents),
                Math.addExact(openCents, more.openCents),
                Math.addExact(settlingCents, more.settlingCents),
                Math.addExact(settledCents, more.settledCents),
                Math.addExact(overdueCents, more.overdueCents));
    }
}
