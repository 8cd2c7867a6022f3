package dev.licenseflow.cli.demo;

import dev.licenseflow.domain.catalog.CatalogVersion;
import dev.licenseflow.domain.catalog.Proration;
import dev.licenseflow.domain.charge.Charge;
import dev.licenseflow.domain.decision.MonthTotals;
import dev.licenseflow.domain.engine.Pricing;
import dev.licenseflow.testkit.Expectation;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills the braces of an expectation. In them stands a value by its name, or a sum of products in cents, each rounded half
 * up to the cent after the last division. The names:
 *
 * <ul>
 *   <li>of the catalog: the code of a product, for its monthly price in cents
 *   <li>of the day of the decision: {@code days} of its month, {@code CODE.left} for the days that a product is charged
 *       for, {@code month}, {@code lastMonth}, {@code lastDay} of the month, {@code quoteEnd}
 *   <li>of the decision: {@code charged}, the sum of its charges in cents
 *   <li>of decisions before: {@code open}, what the customer owes in cents; {@code quoted} and {@code quotedDays} of the
 *       latest quote
 *   <li>{@code others.customers}, {@code others.removed}, {@code others.renewed} and {@code others.expired}: what a month's
 *       begin does to customers of other scenarios
 * </ul>
 */
final class ExpectedValues {

    private static final Pattern BRACES = Pattern.compile("\\{([^}]+)}");

    private final CatalogVersion catalog;
    private final ZoneId zone;
    private final Map<String, String> values = new HashMap<>();
    private final Map<String, Long> openCents = new LinkedHashMap<>();

    ExpectedValues(CatalogVersion catalog, ZoneId zone) {
        this.catalog = catalog;
        this.zone = zone;
        catalog.products().forEach(product -> put(product.code(), product.monthlyPriceCents()));
        others(MonthTotals.ZERO);
    }

    /** What a month's begin will do to the customers of other scenarios. */
    void others(MonthTotals totals) {
        put("others.customers", totals.customers());
        put("others.removed", totals.removed());
        put("others.renewed", totals.renewed());
        put("others.expired", totals.expired());
    }

    /** What the expectations of this decision may name. */
    void before(DecisionRecords records) {
        calendar(records.decision().decidedAt());
        put(
                "charged",
                Pricing.totalCents(records.charges().stream().map(Charge::line).toList()));
        put("open", openCents(records.decision().customerId()));
    }

    /** What the expectations of later decisions may name. */
    void after(DecisionRecords records) {
        records.licenses().ifPresent(state -> openCents.put(state.getCustomerId(), state.getOpenChargesCents()));
        records.decision().quote().ifPresent(quote -> {
            put("quoted", quote.totalCents());
            put("quotedDays", quote.lines().get(0).daysCharged());
        });
    }

    /** What a customer owes by the latest decision, in cents. */
    long openCents(String customerId) {
        return openCents.getOrDefault(customerId, 0L);
    }

    /** The same expectation without braces. */
    Expectation fill(Expectation expectation) {
        Map<String, String> filled = new LinkedHashMap<>();
        expectation
                .pairs()
                .forEach((path, text) -> filled.put(
                        path,
                        BRACES.matcher(text)
                                .replaceAll((MatchResult found) -> Matcher.quoteReplacement(value(found.group(1))))));
        return new Expectation(expectation.topic(), filled);
    }

    /** The calendar by which a decision at that instant is made. */
    void calendar(Instant at) {
        LocalDate day = LocalDate.ofInstant(at, zone);
        YearMonth month = YearMonth.from(day);
        int days = month.lengthOfMonth();
        put("days", days);
        catalog.products()
                .forEach(product -> put(
                        product.code() + ".left",
                        product.proration() == Proration.DAILY ? days - day.getDayOfMonth() + 1 : days));
        values.put("month", month.toString());
        values.put("lastMonth", month.minusMonths(1).toString());
        values.put("lastDay", month.atEndOfMonth().toString());
        LocalDate monthEnd = month.plusMonths(1).atDay(1);
        LocalDate end = day.plusDays(3).isBefore(monthEnd) ? day.plusDays(3) : monthEnd;
        values.put("quoteEnd", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(end.atStartOfDay(zone)));
    }

    private void put(String name, long value) {
        values.put(name, Long.toString(value));
    }

    private String value(String expression) {
        String named = values.get(expression);
        if (named != null) {
            return named;
        }
        long cents = 0;
        for (String product : expression.split("\\+", -1)) {
            String[] fraction = product.split("/", 2);
            BigDecimal exact = BigDecimal.ONE;
            for (String factor : fraction[0].split("\\*", -1)) {
                exact = exact.multiply(number(factor));
            }
            BigDecimal divisor = fraction.length == 1 ? BigDecimal.ONE : number(fraction[1]);
            cents += exact.divide(divisor, 0, RoundingMode.HALF_UP).longValueExact();
        }
        return Long.toString(cents);
    }

    private BigDecimal number(String text) {
        String name = text.strip();
        boolean literal = name.chars().allMatch(Character::isDigit);
        return new BigDecimal(literal ? name : Objects.requireNonNull(values.get(name), name));
    }
}
