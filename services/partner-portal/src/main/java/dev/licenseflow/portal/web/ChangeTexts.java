package dev.licenseflow.portal.web;

import dev.licenseflow.domain.decision.Effect;
import dev.licenseflow.domain.decision.QuantityChangeKind;
import dev.licenseflow.domain.license.Quantities;
import dev.licenseflow.domain.month.BusinessCalendar;
import dev.licenseflow.portal.license.LicenseView;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** What a form would change and when, in the words in which the history tells it afterwards (Q2, Q6, Q7). */
@Component
class ChangeTexts {

    private final DecisionTexts decisions;
    private final PageText text;
    private final BusinessCalendar calendar;
    private final Clock clock;

    ChangeTexts(DecisionTexts decisions, PageText text, BusinessCalendar calendar, Clock clock) {
        this.decisions = decisions;
        this.text = text;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** @param wanted the numbers from next month on; products that are not named stay */
    List<String> all(LicenseView licenses, String system, Map<String, Integer> wanted) {
        return texts(licenses, system, wanted, every -> true);
    }

    /** What costs nothing. */
    List<String> withoutCost(LicenseView licenses, String system, Map<String, Integer> wanted) {
        return texts(licenses, system, wanted, kind -> kind != QuantityChangeKind.QUANTITY_RAISED);
    }

    private List<String> texts(
            LicenseView licenses, String system, Map<String, Integer> wanted, Predicate<QuantityChangeKind> shown) {
        YearMonth month = calendar.monthOf(clock.instant());
        boolean isPaid = !licenses.paidThrough().isBefore(month);
        List<String> texts = new ArrayList<>();
        SortedMap<String, Integer> numbers = new TreeMap<>(wanted);
        if (!system.equals(licenses.system())) {
            texts.add(decisions.of(new Effect.SystemChanged(licenses.system(), system)));
            numbers.put(licenses.system(), 0);
            numbers.put(system, 1);
        }
        numbers.forEach((product, number) -> {
            Quantities before = quantities(licenses, product);
            if (number < 0 || number == before.next()) {
                return;
            }
            if (!isPaid) {
                texts.add(text.message(
                        "change.unpaid",
                        text.product(product),
                        Integer.toString(before.next()),
                        Integer.toString(number)));
                return;
            }
            Instant nextMonth = calendar.startOf(month.plusMonths(1));
            var changed = new Effect.QuantityChanged(product, before, before.withNext(number), nextMonth);
            if (shown.test(changed.kind())) {
                texts.add(decisions.of(changed));
            }
        });
        return texts;
    }

    private static Quantities quantities(LicenseView licenses, String product) {
        var known = licenses.products().get(product);
        return known == null ? Quantities.ZERO : new Quantities(known.active(), known.next());
    }
}
