package dev.licenseflow.portal.web;

import dev.licenseflow.domain.decision.Reason;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Why something was refused, for partners: with names instead of codes, and with what can be done. */
@Component
class ReasonTexts {

    private static final Pattern COMMA = Pattern.compile(",");

    private final PageText text;

    ReasonTexts(PageText text) {
        this.text = text;
    }

    List<String> of(List<Reason> reasons) {
        return reasons.stream().map(this::of).toList();
    }

    private String of(Reason reason) {
        String key = "reason." + reason.code().name();
        String product = reason.product().map(text::product).orElse("");
        return switch (reason.code()) {
            case UNKNOWN_CUSTOMER,
                    ALREADY_REGISTERED,
                    NOT_YOUR_CUSTOMER,
                    REQUEST_ID_REUSED,
                    REVISION_CONFLICT,
                    QUOTE_UNKNOWN,
                    QUOTE_CLOSED,
                    NO_CHANGE,
                    CHARGE_NOT_OPEN,
                    AMOUNT_NOT_LOWER,
                    AMOUNT_NOT_POSITIVE -> text.message(key);
            case CANCELLATION_PENDING -> text.message(key, text.lastDay(YearMonth.parse(fact(reason, "paidThrough"))));
            case DUPLICATE_PRODUCT, UNKNOWN_PRODUCT, NOT_AN_ADD_ON, NOT_A_SYSTEM, DEDICATED_FLOW, NOT_SELLABLE ->
                text.message(key, product);
            case CHANNEL_NOT_ALLOWED -> channelNotAllowed(reason, key);
            case STATUS_FORBIDS -> text.message(key, text.message("status." + fact(reason, "status")));
            case OUTSTANDING_CHARGES ->
                text.message(key, money(reason, "totalCents"), Long.valueOf(fact(reason, "chargeCount")));
            case QUOTE_EXPIRED ->
                reason.facts().containsKey("validUntil")
                        ? text.message(key, text.until(Instant.parse(fact(reason, "validUntil"))))
                        : text.message(key + ".month");
            case QUOTE_STALE ->
                reason.facts().containsKey("totalNowCents")
                        ? text.message(key, money(reason, "totalNowCents"))
                        : text.message(key + ".impossible");
            case NOT_ELIGIBLE_FOR_SYSTEM -> text.message(key, product, text.product(fact(reason, "system")));
            case QUANTITY_OUT_OF_RANGE -> text.message(key, product, fact(reason, "min"), fact(reason, "max"));
            case DEPENDENCY_MISSING -> text.message(key, product, names(reason, "requires"));
            case DEPENDENCY_IN_USE -> text.message(key, product, names(reason, "neededBy"));
            case AMOUNT_ABOVE_ACCEPTED ->
                text.message(key, money(reason, "totalCents"), money(reason, "acceptUpToCents"));
        };
    }

    private String channelNotAllowed(Reason reason, String key) {
        if (reason.facts().containsKey("renewalMethod")) {
            return text.message(key, text.message("method." + fact(reason, "renewalMethod")));
        }
        boolean isForRegistration = fact(reason, "allowed").equals("CUSTOMERS");
        return text.message(key + (isForRegistration ? ".new" : ".other"));
    }

    private String names(Reason reason, String fact) {
        return text.products(COMMA.splitAsStream(fact(reason, fact)).toList());
    }

    private String money(Reason reason, String fact) {
        return text.money(Long.parseLong(fact(reason, fact)));
    }

    private static String fact(Reason reason, String name) {
        return reason.facts().getOrDefault(name, "");
    }
}
