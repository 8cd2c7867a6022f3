package dev.licenseflow.portal;

import dev.licenseflow.domain.charge.Charge;
import dev.licenseflow.domain.charge.ChargeKind;
import dev.licenseflow.domain.charge.ChargeLine;
import dev.licenseflow.domain.decision.Cause;
import dev.licenseflow.domain.decision.Decision;
import dev.licenseflow.domain.decision.Effect;
import dev.licenseflow.domain.decision.Outcome;
import dev.licenseflow.domain.request.Channel;
import dev.licenseflow.domain.request.Command;
import dev.licenseflow.domain.request.RenewalMethod;
import dev.licenseflow.domain.request.Request;
import dev.licenseflow.domain.request.SettlementOutcome;
import dev.licenseflow.messaging.mapping.decision.DecisionMapper;
import dev.licenseflow.portal.customer.Customer;
import dev.licenseflow.portal.customer.TaxId;
import dev.licenseflow.schema.LicenseState;
import dev.licenseflow.schema.license.LicenseStatus;
import dev.licenseflow.schema.license.ProductQuantities;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Customers and what the topics say of them, in March 2026. */
public final class Samples {

    /** When everything happens. */
    public static final Instant AT = Instant.parse("2026-03-10T12:00:00Z");

    /** The month of it. */
    public static final YearMonth MARCH = YearMonth.of(2026, 3);

    private Samples() {}

    public static Customer customer(String partnerId, String customerId, String name, String taxId) {
        return new Customer(customerId, partnerId, name, new TaxId(taxId), AT);
    }

    public static Request register(String partnerId, String customerId, String requestId) {
        return new Request(
                requestId,
                customerId,
                partnerId,
                Channel.CUSTOMERS,
                Optional.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                new Command.RegisterCustomer("link", RenewalMethod.MANUAL, List.of()));
    }

    public static Decision registered(String partnerId, String customerId, String requestId) {
        return decision(
                Cause.REQUEST,
                requestId,
                customerId,
                List.of(
                        new Effect.CustomerRegistered(partnerId, "link", RenewalMethod.MANUAL, MARCH),
                        new Effect.ChargeOpened(customerId + ":charge", "link", MARCH, 7_097)));
    }

    public static Decision settled(String customerId, String settlementId, String chargeId) {
        return decision(
                Cause.SETTLEMENT,
                settlementId,
                customerId,
                List.of(new Effect.ChargeSettled(chargeId, "link", MARCH, 7_097, SettlementOutcome.PAID)));
    }

    private static Decision decision(Cause cause, String causeId, String customerId, List<Effect> effects) {
        return new Decision(cause, causeId, customerId, Outcome.APPLIED, false, List.of(), effects, 1, 0, 1, AT);
    }

    /** What is entered of a decision: its record in Avro's single-object encoding. */
    public static byte[] content(Decision decision) {
        try {
            ByteBuffer encoded = DecisionMapper.toAvro(decision).toByteBuffer();
            byte[] content = new byte[encoded.remaining()];
            encoded.get(content);
            return content;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Charge charge(String partnerId, String customerId) {
        return new Charge(
                customerId + ":charge",
                ChargeKind.INITIAL,
                customerId,
                partnerId,
                new ChargeLine("link", 1, 10_000, 22, 31, 7_097),
                "BRL",
                MARCH,
                "r1",
                1);
    }

    public static LicenseState state(
            String partnerId,
            String customerId,
            LicenseStatus status,
            String paidThrough,
            long revision,
            long openCents) {
        return new LicenseState(
                customerId,
                partnerId,
                "link",
                status,
                dev.licenseflow.schema.license.RenewalMethod.MANUAL,
                paidThrough,
                revision,
                List.of(new ProductQuantities("cloud", 1, 0), new ProductQuantities("link", 1, 1)),
                openCents);
    }
}
