package dev.licenseflow.cli.demo;

import dev.licenseflow.domain.catalog.CatalogVersion;
import dev.licenseflow.domain.license.RenewalMethod;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What the contract says about one customer of the story. It knows prices from the catalog and days from the calendar,
 * and computes with decimals; it shares no arithmetic with the pipeline, or it could only agree with it.
 */
final class ContractModel {

    private final ContractPrices prices;
    private final ZoneId zone;
    private final RenewalMethod method;
    private final SortedMap<String, Integer> active = new TreeMap<>();
    private final SortedMap<String, Integer> next = new TreeMap<>();
    private final List<Long> openCharges = new ArrayList<>();
    private String status = "ACTIVE";
    private long revision;
    private YearMonth paidThrough = YearMonth.of(1, 1);

    ContractModel(CatalogVersion catalog, ZoneId zone, RenewalMethod method) {
        this.prices = new ContractPrices(catalog, zone);
        this.zone = zone;
        this.method = method;
    }

    /** A new customer: active at once, its first month charged by the days left (R6, G2). */
    Facts registered(Instant at, Map<String, Integer> items) {
        Facts facts = applied();
        paidThrough = YearMonth.from(prices.dayOf(at));
        new TreeMap<>(items).forEach((product, quantity) -> release(product, quantity, "INITIAL", at, facts));
        return shown(facts);
    }

    /** More of a product, which nobody has agreed to pay for yet: a quote, and nothing else (K1). */
    Facts quoted(Instant at, String product, int quantity) {
        long amount = prices.amountCents(product, quantity, at);
        long monthly = next.entrySet().stream()
                .mapToLong(entry -> prices.monthlyCents(entry.getKey()) * entry.getValue())
                .sum();
        LocalDate day = prices.dayOf(at);
        LocalDate monthEnd = YearMonth.from(day).plusMonths(1).atDay(1);
        LocalDate end = day.plusDays(3).isBefore(monthEnd) ? day.plusDays(3) : monthEnd;
        return new Facts()
                .with("outcome", "QUOTED")
                .with("reasons", "")
                .with("revision", revision + " to " + revision)
                .with(
                        "quote",
                        product + " " + quantity + " = " + amount
                                + quoteEnd(
                                        amount,
                                        monthly + prices.monthlyCents(product) * quantity,
                                        end.atStartOfDay(zone).toLocalDateTime()));
    }

    /** The quote is applied at the amounts of the day on which it was made (K3). */
    Facts confirmed(Instant quotedAt, String product, int quantity) {
        Facts facts = applied();
        release(product, quantity, "ADDITION", quotedAt, facts);
        return shown(facts);
    }

    /** Removed licenses stay until the month ends: paid is paid (Q2). */
    Facts removed(String product) {
        Facts facts = applied();
        next.put(product, 0);
        return shown(facts);
    }

    /** Nothing changes (D1). */
    Facts refused(String code, String product) {
        return new Facts()
                .with("outcome", "REJECTED")
                .with("reasons", code + " " + product)
                .with("revision", revision + " to " + revision);
    }

    /** All that is open is settled (G4); a customer that waited for it is renewed at once, for the month it is (R2). */
    Facts settled(Instant at) {
        Facts facts = applied().with("settled", openCharges.size() + " charges = " + openCents());
        openCharges.clear();
        if (status.equals("EXPIRED") && method == RenewalMethod.MANAGED_BILLING) {
            renew(YearMonth.from(prices.dayOf(at)), facts);
        }
        return shown(facts);
    }

    /**
     * The month begins: what was to leave is gone (M1). Who owes nothing and has managed billing is renewed, and nobody
     * else (R2). All open charges are those of months before, as the story is told.
     */
    Facts monthBegun(YearMonth month) {
        Facts facts = applied();
        active.putAll(next);
        active.values().removeIf(quantity -> quantity == 0);
        next.values().removeIf(quantity -> quantity == 0);
        if (openCharges.isEmpty() && method == RenewalMethod.MANAGED_BILLING) {
            renew(month, facts);
        } else {
            status = "EXPIRED";
        }
        return shown(facts);
    }

    /** What the customer owes, in cents. */
    long openCents() {
        return openCharges.stream().mapToLong(Long::longValue).sum();
    }

    int openCharges() {
        return openCharges.size();
    }

    /** What a month's begin does when the help page's customer is the only one: one product gone, not renewed (M4). */
    static Facts helpPageTotals() {
        return new Facts()
                .with("customers", "1")
                .with("reduced", "0")
                .with("removed", "1")
                .with("renewed", "0")
                .with("expired", "1")
                .with("inactivated", "0")
                .with("charges", "0");
    }

    static String charge(
            String kind, int quantity, long priceCents, int days, int daysInMonth, long amountCents, LocalDate dueBy) {
        return "%s %d x %d, %d/%d days = %d, due by %s"
                .formatted(kind, quantity, priceCents, days, daysInMonth, amountCents, dueBy);
    }

    static String quoteEnd(long totalCents, long monthlyCents, LocalDateTime validUntil) {
        return "; total " + totalCents + ", monthly " + monthlyCents + ", until " + validUntil;
    }

    private Facts applied() {
        Facts facts = new Facts()
                .with("outcome", "APPLIED")
                .with("reasons", "")
                .with("revision", revision + " to " + (revision + 1));
        revision++;
        return facts;
    }

    private void release(String product, int quantity, String kind, Instant at, Facts facts) {
        active.merge(product, quantity, Integer::sum);
        next.merge(product, quantity, Integer::sum);
        LocalDate day = prices.dayOf(at);
        open(
                product,
                kind,
                quantity,
                prices.daysCharged(product, day),
                YearMonth.from(day),
                prices.amountCents(product, quantity, at),
                facts);
    }

    /** Every product in full, the system's as well (R2). */
    private void renew(YearMonth month, Facts facts) {
        status = "ACTIVE";
        paidThrough = month;
        active.forEach((product, quantity) -> open(
                product,
                "RENEWAL",
                quantity,
                month.lengthOfMonth(),
                month,
                prices.monthlyCents(product) * quantity,
                facts));
    }

    private void open(
            String product, String kind, int quantity, int days, YearMonth month, long amountCents, Facts facts) {
        openCharges.add(amountCents);
        facts.with(
                "charge of " + product,
                charge(
                        kind,
                        quantity,
                        prices.monthlyCents(product),
                        days,
                        month.lengthOfMonth(),
                        amountCents,
                        month.atEndOfMonth()));
    }

    private Facts shown(Facts facts) {
        return facts.with(
                "licenses",
                active.keySet().stream()
                        .map(product -> product + " " + active.get(product) + "/" + next.get(product))
                        .collect(Collectors.joining(
                                ", ", status + " " + method + " to " + paidThrough + ": ", "; open " + openCents())));
    }
}
