package dev.licenseflow.portal.web;

import dev.licenseflow.domain.decision.Decision;
import dev.licenseflow.domain.decision.Effect;
import dev.licenseflow.domain.request.Request;
import dev.licenseflow.portal.license.LicenseView;
import dev.licenseflow.portal.preview.Preview;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** What a form would cost if it were sent now. */
class PreviewTotals {

    private final Preview preview;
    private final Phrasebook phrasebook;

    PreviewTotals(Preview preview, Phrasebook phrasebook) {
        this.preview = preview;
        this.phrasebook = phrasebook;
    }

    /**
     * An answer to show.
     *
     * @param nowCents for the rest of this month; empty if nobody answered
     * @param monthlyCents for a full month
     * @param reasons why it would be refused
     */
    public record Answer(OptionalLong nowCents, long monthlyCents, List<String> reasons) {

        public Answer {
            reasons = List.copyOf(reasons);
        }

        public boolean isKnown() {
            return nowCents.isPresent();
        }

        public long now() {
            return nowCents.orElse(0);
        }
    }

    Answer unchanged(LicenseView licenses) {
        return new Answer(OptionalLong.of(0), phrasebook.shelf().monthlyCents(licenses), List.of());
    }

    /** @param numbers what the customer would have in a full month */
    Answer of(Request request, String system, Map<String, Integer> numbers) {
        Optional<Decision> decision = preview.of(request);
        long monthlyCents = phrasebook.shelf().monthlyCents(system, numbers);
        ReasonWords reasons = new ReasonWords(phrasebook.words());
        return new Answer(
                decision.filter(answer -> answer.reasons().isEmpty())
                        .map(answer -> OptionalLong.of(cents(answer)))
                        .orElseGet(OptionalLong::empty),
                monthlyCents,
                decision.map(answer -> reasons.of(answer.reasons())).orElse(List.of()));
    }

    static long cents(Decision decision) {
        return decision.quote()
                .map(quote -> quote.totalCents())
                .orElseGet(() -> decision.effects().stream()
                        .filter(Effect.ChargeOpened.class::isInstance)
                        .mapToLong(effect -> ((Effect.ChargeOpened) effect).amountCents())
                        .sum());
    }
}
