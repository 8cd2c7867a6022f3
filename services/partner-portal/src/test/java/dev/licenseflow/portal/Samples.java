package dev.licenseflow.portal;

import dev.licenseflow.domain.charge.Charge;
import dev.licenseflow.domain.charge.ChargeKind;
import dev.licenseflow.domain.charge.ChargeLine;
import dev.licenseflow.domain.decision.Cause;
import dev.licenseflow.domain.decision.Decision;
import dev.licenseflow.domain.decision.Effect;
import dev.licenseflow.domain.decision.Outcome;
import dev.licenseflow.domain.decision.Requester;
import dev.licenseflow.domain.license.LicenseStatus;
import dev.licenseflow.domain.license.PublishedLicenses;
import dev.licenseflow.domain.license.Quantities;
import dev.licenseflow.domain.request.Channel;
import dev.licenseflow.domain.request.Command;
import dev.licenseflow.domain.request.RenewalMethod;
import dev.licenseflow.domain.request.Request;
import dev.licenseflow.domain.request.SettlementOutcome;
import dev.licenseflow.messaging.mapping.decision.DecisionMapper;
import dev.licenseflow.portal.customer.Customer;
import dev.licenseflow.portal.customer.TaxId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/** Customers and what the topics say of them, in March 2026. */
public final class Samples {

    /** When everything happens. */
    public static final Instant AT = Instant.parse("2026-03-10T12:00:00Z");

    /** The month of it. */
    public static final YearMonth MARCH = YearMonth.of(2026, 3);

    private Samples() {}

    public static Customer customer(String partnerId, String customerId, String name, String taxId) {
        return new Customer(customerId, partnerId, name, Optional.of(new TaxId(taxId)), "", AT);
    }

    public static Request register(String partnerId, String customerId, String requestId) {
        return register(partnerId, customerId, requestId, Channel.CUSTOMERS);
    }

    public static Request register(String partnerId, String customerId, String requestId, Channel channel) {
        return new Request(
                requestId,
                customerId,
                partnerId,
                channel,
                Optional.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                new Command.RegisterCustomer("link", RenewalMethod.MANUAL, List.of()));
    }

    public static Decision registered(String partnerId, String customerId, String requestId) {
        return new Decision(
                "decision-" + requestId,
                Cause.REQUEST,
                requestId,
                customerId,
                Requester.of(register(partnerId, customerId, requestId), partnerId),
                Outcome.APPLIED,
                false,
                List.of(),
                List.of(
                        new Effect.CustomerRegistered(partnerId, "link", RenewalMethod.MANUAL, MARCH),
                        new Effect.ChargeOpened(customerId + ":charge", "link", MARCH, 7_097)),
                1,
                0,
                1,
                AT);
    }

    public static Decision settled(String partnerId, String customerId, String settlementId, String chargeId) {
        return new Decision(
                "decision-" + settlementId,
                Cause.SETTLEMENT,
                settlementId,
                customerId,
                Requester.none(partnerId),
                Outcome.APPLIED,
                false,
                List.of(),
                List.of(new Effect.ChargeSettled(chargeId, "link", MARCH, 7_097, SettlementOutcome.PAID)),
                1,
                1,
                2,
                AT);
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
                1,
                Optional.empty(),
                Optional.empty());
    }

    /** Licenses with Link and, until the month ends, with Cloud. */
    public static PublishedLicenses state(
            String partnerId,
            String customerId,
            LicenseStatus status,
            YearMonth paidThrough,
            long revision,
            long openCents) {
        return state(partnerId, customerId, status, RenewalMethod.MANUAL, paidThrough, revision, openCents);
    }

    public static PublishedLicenses state(
            String partnerId,
            String customerId,
            LicenseStatus status,
            RenewalMethod renewalMethod,
            YearMonth paidThrough,
            long revision,
            long openCents) {
        return new PublishedLicenses(
                customerId,
                partnerId,
                "link",
                status,
                renewalMethod,
                paidThrough,
                revision,
                new TreeMap<>(Map.of("cloud", new Quantities(1, 0), "link", new Quantities(1, 1))),
                openCents,
                "BRL",
                MARCH,
                false,
                false,
                AT,
                "decision-" + revision);
    }
}
