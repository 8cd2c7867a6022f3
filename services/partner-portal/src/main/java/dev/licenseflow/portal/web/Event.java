package dev.licenseflow.portal.web;

import dev.licenseflow.domain.charge.ChargeLine;
import dev.licenseflow.domain.decision.Decision;
import dev.licenseflow.domain.decision.Effect;
import dev.licenseflow.portal.license.JournalEntry;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * One decision in words.
 *
 * @param title what was asked, or what came by itself
 * @param who who asked
 * @param tone applied, quoted or rejected, for the look
 * @param lines what changed
 * @param reasons why it was refused
 * @param costCents what it cost; nothing is 0
 */
public record Event(
        String when,
        String title,
        String who,
        String tone,
        String outcome,
        List<String> lines,
        List<String> reasons,
        long costCents) {

    public Event {
        lines = List.copyOf(lines);
        reasons = List.copyOf(reasons);
    }

    /** @param nameOf the name of the person behind {@code requestedBy} */
    static Event of(JournalEntry entry, Words words, Function<String, Optional<String>> nameOf) {
        Decision decision = entry.decision();
        String outcome = decision.outcome().name();
        return new Event(
                words.time(decision.decidedAt()),
                title(entry, words),
                who(entry, words, nameOf),
                outcome.toLowerCase(Locale.ROOT),
                words.text("outcome." + outcome),
                new EffectWords(words).of(decision.effects()),
                new ReasonWords(words).of(decision.reasons()),
                cost(entry));
    }

    private static String title(JournalEntry entry, Words words) {
        return switch (entry.decision().cause()) {
            case REQUEST ->
                entry.request()
                        .map(request -> request.command().match(new CommandWords(words)))
                        .orElseGet(() -> words.text("command.elsewhere"));
            case SETTLEMENT -> words.text("cause.SETTLEMENT");
            case MONTH_CLOSE ->
                words.text(
                        "cause.MONTH_CLOSE",
                        words.month(YearMonth.parse(entry.decision().causeId())));
        };
    }

    private static String who(JournalEntry entry, Words words, Function<String, Optional<String>> nameOf) {
        return switch (entry.decision().cause()) {
            case REQUEST ->
                entry.request()
                        .flatMap(request -> request.requestedBy())
                        .flatMap(nameOf)
                        .orElseGet(() -> words.text("who.elsewhere"));
            case SETTLEMENT -> words.text("who.billing");
            case MONTH_CLOSE -> words.text("who.calendar");
        };
    }

    private static long cost(JournalEntry entry) {
        long ofLines =
                entry.charges().stream().mapToLong(ChargeLine::amountCents).sum();
        return ofLines > 0
                ? ofLines
                : entry.decision().effects().stream()
                        .filter(Effect.ChargeOpened.class::isInstance)
                        .mapToLong(effect -> ((Effect.ChargeOpened) effect).amountCents())
                        .sum();
    }
}
