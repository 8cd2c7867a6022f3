package dev.licenseflow.portal.web;

import dev.licenseflow.domain.decision.Decision;
import dev.licenseflow.domain.decision.Effect;
import dev.licenseflow.domain.request.Request;
import dev.licenseflow.portal.license.LicenseView;
import dev.licenseflow.portal.preview.Preview;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What a form would cost if it were sent now. */
@Component
class PreviewTotals {

    private final Preview preview;
    private final OfferedProducts products;
    private final ReasonTexts reasons;
    private final ChangeTexts changes;

    PreviewTotals(Preview preview, OfferedProducts products, ReasonTexts reasons, ChangeTexts changes) {
        this.preview = preview;
        this.products = products;
        this.reasons = reasons;
        this.changes = changes;
    }

    /**
     * The totals of a form.
     *
     * @param nowCents for the rest of this month; empty if it is not known or the request would be refused
     * @param monthlyCents for a full month
     * @param changes what will change, and when
     * @param reasons why the request would be refused
     */
    public record Totals(Optional<Long> nowCents, long monthlyCents, List<String> changes, List<String> reasons) {}

    Totals unchanged(LicenseView licenses) {
        return new Totals(Optional.of(0L), products.monthlyCents(licenses), List.of(), List.of());
    }

    /** The totals of a change of these licenses. */
    Totals of(Request request, LicenseView licenses, String system, Map<String, Integer> numbers) {
        Totals totals = of(request, system, numbers);
        return totals.reasons().isEmpty()
                ? new Totals(
                        totals.nowCents(),
                        totals.monthlyCents(),
                        changes.all(licenses, system, numbers),
                        totals.reasons())
                : totals;
    }

    /** @param numbers what the customer would have in a full month */
    Totals of(Request request, String system, Map<String, Integer> numbers) {
        Optional<Decision> decision = preview.of(request);
        return new Totals(
                decision.filter(answer -> answer.reasons().isEmpty()).map(PreviewTotals::cents),
                products.monthlyCents(system, numbers),
                List.of(),
                decision.map(answer -> reasons.of(answer.reasons())).orElse(List.of()));
    }

    private static long cents(Decision decision) {
        return decision.quote().map(quote -> quote.totalCents()).orElseGet(() -> chargedCents(decision));
    }

    /** The sum of the charges that the decision opens. */
    static long chargedCents(Decision decision) {
        return decision.effects().stream()
                .filter(Effect.ChargeOpened.class::isInstance)
                .mapToLong(effect -> ((Effect.ChargeOpened) effect).amountCents())
                .sum();
    }
}
