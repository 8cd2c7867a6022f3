package dev.licenseflow.portal.web;

import dev.licenseflow.domain.charge.ChargeLine;
import dev.licenseflow.domain.decision.Decision;
import dev.licenseflow.domain.request.Command;
import dev.licenseflow.domain.request.Request;
import dev.licenseflow.portal.account.Accounts;
import dev.licenseflow.portal.account.PortalUser;
import dev.licenseflow.portal.license.JournalEntry;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Decisions as texts for partners. */
@Component
class DecisionTexts {

    private final PageText text;
    private final EffectTexts effects;
    private final ReasonTexts reasons;
    private final Accounts accounts;

    DecisionTexts(PageText text, EffectTexts effects, ReasonTexts reasons, Accounts accounts) {
        this.text = text;
        this.effects = effects;
        this.reasons = reasons;
        this.accounts = accounts;
    }

    /**
     * @param title the command, or what else caused the decision
     * @param who who sent the request
     * @param tone the class in the style sheet: applied, quoted or rejected
     * @param lines what changed
     * @param reasons why it was refused
     */
    public record DecisionText(
            String when,
            String title,
            String who,
            String tone,
            String outcome,
            List<String> lines,
            List<String> reasons,
            long costCents) {}

    /** @param user the reader: other people are named only if they belong to the same partner */
    DecisionText of(PortalUser user, JournalEntry entry) {
        Decision decision = entry.decision();
        String outcome = decision.outcome().name();
        return new DecisionText(
                text.time(decision.decidedAt()),
                title(entry),
                who(user, entry),
                outcome.toLowerCase(Locale.ROOT),
                text.message("outcome." + outcome),
                effects.of(decision.effects()),
                reasons.of(decision.reasons()),
                costCents(entry));
    }

    private String title(JournalEntry entry) {
        return switch (entry.decision().cause()) {
            case REQUEST ->
                entry.request()
                        .map(Request::command)
                        .map(this::title)
                        .orElseGet(() -> text.message("command.elsewhere"));
            case SETTLEMENT -> text.message("cause.SETTLEMENT");
            case MONTH_CLOSE ->
                text.message(
                        "cause.MONTH_CLOSE",
                        text.month(YearMonth.parse(entry.decision().causeId())));
        };
    }

    private String title(Command command) {
        String method = command instanceof Command.ChangeRenewalMethod change
                ? text.message("method." + change.renewalMethod())
                : "";
        return text.message("command." + command.getClass().getSimpleName(), method);
    }

    private String who(PortalUser user, JournalEntry entry) {
        return switch (entry.decision().cause()) {
            case REQUEST ->
                entry.request()
                        .flatMap(Request::requestedBy)
                        .flatMap(requestedBy -> name(user, requestedBy))
                        .orElseGet(() -> text.message("who.elsewhere"));
            case SETTLEMENT -> text.message("who.billing");
            case MONTH_CLOSE -> text.message("who.calendar");
        };
    }

    private Optional<String> name(PortalUser user, String requestedBy) {
        return requestedBy.equals(RequestSubmission.requestedBy(user))
                ? Optional.of(user.name())
                : RequestSubmission.userId(requestedBy).flatMap(userId -> accounts.nameOf(user.partnerId(), userId));
    }

    private static long costCents(JournalEntry entry) {
        long cents = entry.charges().stream().mapToLong(ChargeLine::amountCents).sum();
        return cents > 0 ? cents : PreviewTotals.chargedCents(entry.decision());
    }
}
