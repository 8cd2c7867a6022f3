package dev.licenseflow.billing;

import dev.licenseflow.domain.charge.Charge;
import dev.licenseflow.domain.charge.ChargeIds;
import dev.licenseflow.domain.charge.ChargeKind;
import dev.licenseflow.domain.charge.ChargeLine;
import java.time.YearMonth;

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
                ChargeIds.requested(customerId, month, "pedido-1", product),
                ChargeKind.ADDITION,
                customerId,
                PARTNER,
                new ChargeLine(product, 1, amountCents, month.lengthOfMonth(), month.lengthOfMonth(), amountCents),
                "BRL",
                month,
                "pedido-1",
                1);
    }
}
