package dev.licenseflow.portal.web;

import dev.licenseflow.domain.decision.Reason;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

/** Why something was refused, as a partner understands it: with names instead of codes, and with what can be done. */
final class ReasonWords {

    private static final Pattern COMMA = Pattern.compile(",");

    private final Words words;

    ReasonWords(Words words) {
        this.words = words;
    }

    List<String> of(List<Reason> reasons) {
        return reasons.stream().map(this::of).toList();
    }

    String of(Reason reason) {
        String key = "reason." + reason.code().name();
        String product = reason.product().map(words::product).orElse("");
        return switch (reason.code()) {
            case UNKNOWN_CUSTOMER,
                    ALREADY_REGISTERED,
                    NOT_YOUR_CUSTOMER,
                    REQUEST_ID_REUSED,
                    REVISION_CONFLICT,
                    QUOTE_UNKNOWN,
                    QUOTE_CLOSED,
                    NO_CHANGE,
                    CHARGE_NOT_OPEN -> words.text(key);
            case DUPLICATE_PRODUCT, UNKNOWN_PRODUCT, NOT_AN_ADD_ON, NOT_A_SYSTEM, DEDICATED_FLOW, NOT_SELLABLE ->
                words.text(key, product);
            case CHANNEL_NOT_ALLOWED ->
                reason.facts().containsKey("renewalMethod")
                        ? words.text(key, words.text("method." + fact(reason, "renewalMethod")))
                        : words.text(key + ".new");
            case STATUS_FORBIDS -> words.text(key, words.status(fact(reason, "status")));
            case OUTSTANDING_CHARGES ->
                words.text(key, money(reason, "totalCents"), Long.valueOf(fact(reason, "chargeCount")));
            case QUOTE_EXPIRED ->
                reason.facts().containsKey("validUntil")
                        ? words.text(key, words.until(Instant.parse(fact(reason, "validUntil"))))
                        : words.text(key + ".month");
            case QUOTE_STALE ->
                reason.facts().containsKey("totalNowCents")
                        ? words.text(key, money(reason, "totalNowCents"))
                        : words.text(key + ".impossible");
            case NOT_ELIGIBLE_FOR_SYSTEM -> words.text(key, product, words.product(fact(reason, "system")));
            case QUANTITY_OUT_OF_RANGE -> words.text(key, product, fact(reason, "min"), fact(reason, "max"));
            case DEPENDENCY_MISSING -> words.text(key, product, names(reason, "requires"));
            case DEPENDENCY_IN_USE -> words.text(key, product, names(reason, "neededBy"));
            case AMOUNT_ABOVE_ACCEPTED ->
                words.text(key, money(reason, "totalCents"), money(reason, "acceptUpToCents"));
        };
    }

    private String names(Reason reason, String fact) {
        return words.products(COMMA.splitAsStream(fact(reason, fact)).toList());
    }

    private String money(Reason reason, String fact) {
        return words.money(Long.parseLong(fact(reason, fact)));
    }

    private static String fact(Reason reason, String name) {
        return reason.facts().getOrDefault(name, "");
    }
}
