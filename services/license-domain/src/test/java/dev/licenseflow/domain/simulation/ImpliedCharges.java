package dev.licenseflow.domain.simulation;

import dev.licenseflow.domain.catalog.CatalogHistory;
import dev.licenseflow.domain.catalog.CatalogVersion;
import dev.licenseflow.domain.catalog.Product;
import dev.licenseflow.domain.catalog.Proration;
import dev.licenseflow.domain.charge.ChargeKind;
import dev.licenseflow.domain.charge.ChargeLine;
import dev.licenseflow.domain.charge.Quote;
import dev.licenseflow.domain.decision.Decision;
import dev.licenseflow.domain.decision.Effect;
import dev.licenseflow.domain.decision.Outcome;
import dev.licenseflow.domain.license.CustomerLicenses;
import dev.licenseflow.domain.license.LicenseStatus;
import dev.licenseflow.domain.license.OpenCharge;
import dev.licenseflow.domain.license.QuoteEnd;
import dev.licenseflow.domain.month.BusinessCalendar;
import dev.licenseflow.domain.request.Command;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a decision has to charge, worked out on its own, with decimals (G1, G2, G5, G6, K3, Q6, R2). */
final class ImpliedCharges {

    private static final Command NONE = new Command.Resume();

    private final CustomerLicenses before;
    private final CustomerLicenses after;
    private final Decision decision;
    private final Optional<Command> command;
    private final CatalogVersion catalog;
    private final LocalDate day;

    ImpliedCharges(
            CustomerLicenses before,
            CustomerLicenses after,
            Decision decision,
            Optional<Command> command,
            CatalogHistory catalogs,
            BusinessCalendar calendar) {
        this.before = before;
        this.after = after;
        this.decision = decision;
        this.command = command;
        this.catalog = catalogs.version(decision.catalogVersion()).orElse(CatalogVersion.NONE);
        this.day = calendar.dateOf(decision.decidedAt());
    }

    List<Implied> charges() {
        List<Implied> charges = new ArrayList<>();
        if (decision.outcome() != Outcome.APPLIED) {
            return charges;
        }
        byBackOffice().ifPresent(charges::add);
        List<ChargeLine> lines = confirmedQuote().map(Quote::lines).orElseGet(this::computed);
        lines.stream()
                .filter(line -> line.amountCents() > 0)
                .forEach(line -> charges.add(new Implied(kind(), line, Optional.empty())));
        return charges;
    }

    /** What an adjustment takes off (G5), and what is issued (G6). */
    private Optional<Implied> byBackOffice() {
        if (command.orElse(NONE) instanceof Command.IssueCharge issue) {
            ChargeLine line = notForLicenses(issue.product(), issue.amountCents());
            return Optional.of(new Implied(ChargeKind.CORRECTION, line, issue.corrects()));
        }
        if (command.orElse(NONE) instanceof Command.AdjustCharge adjust) {
            OpenCharge open = before.openCharges().stream()
                    .filter(charge -> charge.chargeId().equals(adjust.chargeId()))
                    .findAny()
                    .orElseThrow();
            ChargeLine line = notForLicenses(open.product(), adjust.amountCents() - open.amountCents());
            return Optional.of(new Implied(ChargeKind.CREDIT, line, Optional.of(open.chargeId())));
        }
        return Optional.empty();
    }

    private ChargeLine notForLicenses(String product, long amountCents) {
        return new ChargeLine(product, 0, 0, 0, day.lengthOfMonth(), amountCents);
    }

    private ChargeKind kind() {
        if (!before.isRegistered()) {
            return ChargeKind.INITIAL;
        }
        if (before.status() == LicenseStatus.INACTIVE) {
            return ChargeKind.REACTIVATION;
        }
        return paysTheMonth() ? ChargeKind.RENEWAL : ChargeKind.ADDITION;
    }

    private boolean paysTheMonth() {
        return after.paidThrough().isAfter(before.paidThrough());
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
        boolean paysTheMonth = paysTheMonth();
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

    /** @param corrects the charge that it lowers or puts right */
    record Implied(ChargeKind kind, ChargeLine line, Optional<String> corrects) {}

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
