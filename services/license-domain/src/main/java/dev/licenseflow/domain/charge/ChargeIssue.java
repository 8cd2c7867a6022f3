package dev.licenseflow.domain.charge;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/**
 * What all charges of one decision have in common (G1).
 *
 * @param askerId the partner who asks; empty for the back office, a settlement and a month close
 * @param causeId the request, settlement or month that causes them
 * @param quoteId the confirmed quote that gave their amounts (K3)
 */
public record ChargeIssue(
        ChargeKind kind,
        String customerId,
        String partnerId,
        String askerId,
        String currency,
        YearMonth month,
        String causeId,
        int catalogVersion,
        Optional<String> quoteId) {

    /** One charge per line with an amount above zero, in the order of the lines. */
    public List<Charge> charges(List<ChargeLine> lines) {
        return lines.stream()
                .filter(line -> line.amountCents() > 0)
                .map(line -> charge(line, Optional.empty()))
                .toList();
    }

    /** A charge of that amount, whatever it is; it may correct an earlier one. */
    public Charge charge(ChargeLine line, Optional<String> corrects) {
        return new Charge(
                chargeId(line.product()),
                kind,
                customerId,
                partnerId,
                line,
                currency,
                month,
                causeId,
                catalogVersion,
                quoteId,
                corrects);
    }

    private String chargeId(String product) {
        return switch (kind) {
            case INITIAL, ADDITION, REACTIVATION, CREDIT, CORRECTION ->
                ChargeIds.requested(customerId, month, askerId, causeId, product);
            case RENEWAL -> ChargeIds.renewal(customerId, month, product);
        };
    }
}
