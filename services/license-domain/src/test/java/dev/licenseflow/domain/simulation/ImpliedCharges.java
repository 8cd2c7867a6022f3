package dev.licenseflow.domain.simulation;

import dev.licenseflow.domain.catalog.CatalogHistory;
import dev.licenseflow.domain.catalog.CatalogVersion;
import dev.licenseflow.domain.catalog.Product;
import dev.licenseflow.domain.catalog.Proration;
import dev.licenseflow.domain.charge.ChargeLine;
import dev.licenseflow.domain.charge.Quote;
import dev.licenseflow.domain.decision.Decision;
import dev.licenseflow.domain.decision.Effect;
import dev.licenseflow.domain.license.CustomerLicenses;
import dev.licenseflow.domain.license.QuoteEnd;
import dev.licenseflow.domain.month.BusinessCalendar;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the effects of a decision have to cost, worked out on its own, with decimals (G1, G2, K3, R2). */
final class ImpliedCharges {

    private final CustomerLicenses before;
    private final CustomerLicenses after;
    private final Decision decision;
    private final CatalogVersion catalog;
    private final LocalDate day;

    ImpliedCharges(
            CustomerLicenses before,
            CustomerLicenses after,
            Decision decision,
            CatalogHistory catalogs,
            BusinessCalendar calendar) {
        this.before = before;
        this.after = after;
        this.decision = decision;
        this.catalog = catalogs.version(decision.catalogVersion()).orElse(CatalogVersion.NONE);
        this.day = calendar.dateOf(decision.decidedAt());
    }

    List<ChargeLine> lines() {
        List<ChargeLine> lines = confirmedQuote().map(Quote::lines).orElseGet(this::computed);
        return lines.stream().filter(line -> line.amountCents() > 0).toList();
    }

    private Optional<Quote> confirmedQuote() {
        boolean confirmed = decision.effects().stream()
                .anyMatch(effect -> effect instanceof Effect.QuoteEnded ended && ended.end() == QuoteEnd.CONFIRMED);
        return confirmed
                ? before.quote().match(Optional::empty, open -> Optional.of(open.quote()), closed -> Optional.empty())
                : Optional.empty();
    }

    private List<ChargeLine> computed() {
        List<ChargeLine> lines = new ArrayList<>();
        boolean paysTheMonth = decision.effects().stream().anyMatch(Effect.MonthPaid.class::isInstance);
        boolean startsAnew = before.products().isEmpty();
        if (!paysTheMonth && before.isRegistered() && before.paidThrough().isBefore(YearMonth.from(day))) {
            return lines; // nothing is paid, so nothing is charged (Q6)
        }
        after.products().forEach((code, both) -> {
            if (paysTheMonth && !startsAnew) {
                lines.add(line(code, both.active(), YearMonth.from(day).lengthOfMonth()));
            } else if (both.active() > before.quantitiesOf(code).active()) {
                lines.add(line(code, both.active() - before.quantitiesOf(code).active(), daysCharged(code)));
            }
        });
        return lines;
    }

    private int daysCharged(String code) {
        int all = day.lengthOfMonth();
        return catalog.existing(code).proration() == Proration.NONE ? all : all - day.getDayOfMonth() + 1;
    }

    private ChargeLine line(String code, int quantity, int days) {
        Product product = catalog.existing(code);
        int daysInMonth = day.lengthOfMonth();
        long amountCents = BigDecimal.valueOf(product.monthlyPriceCents())
                .multiply(BigDecimal.valueOf(quantity))
                .multiply(BigDecimal.valueOf(days))
                .divide(BigDecimal.valueOf(daysInMonth), 0, RoundingMode.HALF_UP)
                .longValueExact();
        return new ChargeLine(code, quantity, product.monthlyPriceCents(), days, daysInMonth, amountCents);
    }
}
