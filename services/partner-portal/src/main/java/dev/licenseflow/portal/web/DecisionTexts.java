package dev.licenseflow.portal.web;

import dev.licenseflow.domain.charge.ChargeLine;
import dev.licenseflow.domain.decision.Decision;
import dev.licenseflow.domain.decision.Effect;
import dev.licenseflow.domain.request.Command;
import dev.licenseflow.domain.request.Request;
import dev.licenseflow.portal.account.Accounts;
import dev.licenseflow.portal.account.PortalUser;
import dev.licenseflow.portal.license.JournalEntry;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Decisions as texts for partners. */
@Component
class DecisionTexts {

    private final PageText text;
    private final ReasonTexts reasons;
    private final Accounts accounts;
    private final EffectTexts effects = new EffectTexts();

    DecisionTexts(PageText text, ReasonTexts reasons, Accounts accounts) {
        this.text = text;
        this.reasons = reasons;
        this.accounts = accounts;
    }

    /**
     * One decision.
     *
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
                decision.effects().stream().map(effect -> effect.match(effects)).toList(),
                reasons.of(decision.reasons()),
                costCents(entry));
    }

    /** What an effect changes. */
    String of(Effect effect) {
        return effect.match(effects);
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

    /** What a decision changed. */
    private final class EffectTexts implements Effect.Cases<String> {

        @Override
        public String customerRegistered(Effect.CustomerRegistered effect) {
            return text.message(
                    "effect.registered",
                    text.product(effect.system()),
                    text.message("method." + effect.renewalMethod()),
                    text.lastDay(effect.paidThrough()));
        }

        @Override
        public String quantityChanged(Effect.QuantityChanged effect) {
            String key = "effect." + effect.kind().name();
            String name = text.product(effect.product());
            int before = effect.before().active();
            int after = effect.after().active();
            return switch (effect.kind()) {
                case QUANTITY_RAISED ->
                    after == 1
                            ? text.message(key + ".one", name)
                            : text.message(key, name, number(before), number(after));
                case QUANTITY_RESTORED ->
                    text.message(key, name, number(effect.after().next()));
                case REDUCTION_SCHEDULED ->
                    text.message(
                            key,
                            name,
                            number(effect.after().next()),
                            text.day(effect.effectiveFrom()),
                            number(after),
                            lastDay(effect));
                case REMOVAL_SCHEDULED -> text.message(key, name, text.day(effect.effectiveFrom()), lastDay(effect));
                case QUANTITY_REDUCED -> text.message(key, name, number(before), number(after));
                case PRODUCT_REMOVED -> text.message(key, name);
            };
        }

        @Override
        public String statusChanged(Effect.StatusChanged effect) {
            return text.message(
                    "effect.status",
                    text.message("status." + effect.before()),
                    text.message("status." + effect.after()));
        }

        @Override
        public String renewalMethodChanged(Effect.RenewalMethodChanged effect) {
            return text.message("effect.method", text.message("method." + effect.after()));
        }

        @Override
        public String systemChanged(Effect.SystemChanged effect) {
            return text.message("effect.system", text.product(effect.before()), text.product(effect.after()));
        }

        @Override
        public String partnerChanged(Effect.PartnerChanged effect) {
            return text.message("effect.partner");
        }

        @Override
        public String renewalScheduleChanged(Effect.RenewalScheduleChanged effect) {
            return text.message(effect.scheduled() ? "effect.scheduled" : "effect.unscheduled");
        }

        @Override
        public String cancellationChanged(Effect.CancellationChanged effect) {
            return text.message(effect.cancelled() ? "effect.cancelled" : "effect.withdrawn");
        }

        @Override
        public String monthPaid(Effect.MonthPaid effect) {
            return text.message("effect.paid", text.month(effect.after()));
        }

        @Override
        public String quoteOpened(Effect.QuoteOpened effect) {
            return text.message(
                    "effect.quoted",
                    text.money(effect.quote().totalCents()),
                    text.until(effect.quote().validUntil()));
        }

        @Override
        public String quoteEnded(Effect.QuoteEnded effect) {
            return text.message("effect.quote." + effect.end().name());
        }

        @Override
        public String chargeOpened(Effect.ChargeOpened effect) {
            return text.message(
                    "effect.charge",
                    text.product(effect.product()),
                    text.money(effect.amountCents()),
                    text.lastDay(effect.month()));
        }

        @Override
        public String chargeLowered(Effect.ChargeLowered effect) {
            return text.message(
                    "effect.lowered",
                    text.product(effect.product()),
                    text.month(effect.month()),
                    text.money(effect.beforeCents()),
                    text.money(effect.afterCents()));
        }

        @Override
        public String chargeSettled(Effect.ChargeSettled effect) {
            return text.message(
                    "effect.settled." + effect.outcome().name(),
                    text.product(effect.product()),
                    text.month(effect.month()),
                    text.money(effect.amountCents()));
        }

        private String lastDay(Effect.QuantityChanged effect) {
            return text.day(effect.effectiveFrom().minus(Duration.ofSeconds(1)));
        }

        private static String number(int quantity) {
            return Integer.toString(quantity);
        }
    }
}
