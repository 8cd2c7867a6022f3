package dev.licenseflow.domain.charge;

import java.time.YearMonth;
import java.util.List;

/**
 * What all charges of one decision have in common (G1).
 *
 * @param causeId the request, settlement or month that causes them
 */
public record ChargeIssue(
        ChargeKind kind,
        String customerId,
        String partnerId,
        String currency,
        YearMonth month,
        String causeId,
        int catalogVersion) {

    /** The same by another catalog version: a quote's charges name the one that gave their prices (K3). */
    public ChargeIssue byCatalog(int version) {
        return new ChargeIssue(kind, customerId, partnerId, currency, month, causeId, version);
    }

    /** One charge per line with an amount above zero, in the order of the lines. */
    public List<Charge> charges(List<ChargeLine> lines) {
        return lines.stream()
                .filter(line -> line.amountCents() > 0)
                .map(this::charge)
                .toList();
    }

    private Charge charge(ChargeLine line) {
        return new Charge(
                chargeId(line.product()), kind, customerId, partnerId, line, currency, month, causeId, catalogVersion);
    }

    private String chargeId(String product) {
        return switch (kind) {
            case INITIAL, ADDITION, REACTIVATION -> ChargeIds.requested(customerId, month, causeId, product);
            case RENEWAL -> ChargeIds.renewal(customerId, month, product);
        };
    }
}
