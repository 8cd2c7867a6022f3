package dev.licenseflow.billing;

import dev.licenseflow.domain.charge.Charge;
import dev.licenseflow.domain.charge.ChargeIds;
import dev.licenseflow.domain.charge.ChargeKind;
import dev.licenseflow.domain.charge.ChargeLine;
import java.time.YearMonth;
import java.util.Optional;

/** Charges for tests: of partner {@code parceiro-1}, in reais, whole months. */
public final class Charges {

    public static final String PARTNER = "parceiro-1";
    public static final YearMonth MARCH = YearMonth.of(2026, 3);

    private Charges() {}

    /** A charge for a product in March 2026. */
    public static Charge of(String customerId, String product, long amountCents) {
        return of(customerId, product, amountCents, MARCH);
    }

    public static Charge of(String customerId, String product, long amountCents, YearMonth month) {
        return new Charge(
                ChargeIds.requested(customerId, month, PARTNER, "pedido-1", product),
                ChargeKind.ADDITION,
                customerId,
                PARTNER,
                new ChargeLine(product, 1, amountCents, month.lengthOfMonth(), month.lengthOfMonth(), amountCents),
                "BRL",
                month,
                "pedido-1",
                1,
                Optional.empty(),
                Optional.empty());
    }

    /** The credit by which the back office lowers a charge within its month. */
    public static Charge credit(Charge lowered, long cents) {
        return credit(lowered, cents, "ajuste-1", lowered.month());
    }

    public static Charge credit(Charge lowered, long cents, String requestId, YearMonth month) {
        return ofBackOffice(lowered, ChargeKind.CREDIT, -cents, requestId, month);
    }

    /** The charge that the back office issues beside another one. */
    public static Charge correction(Charge corrected, long cents) {
        return ofBackOffice(corrected, ChargeKind.CORRECTION, cents, "correcao-1", corrected.month());
    }

    private static Charge ofBackOffice(
            Charge corrected, ChargeKind kind, long amountCents, String requestId, YearMonth month) {
        String product = corrected.line().product();
        return new Charge(
                ChargeIds.requested(corrected.customerId(), month, "", requestId, product),
                kind,
                corrected.customerId(),
                corrected.partnerId(),
                new ChargeLine(product, 0, 0, 0, month.lengthOfMonth(), amountCents),
                corrected.currency(),
                month,
                requestId,
                1,
                Optional.empty(),
                Optional.of(corrected.chargeId()));
    }
}
