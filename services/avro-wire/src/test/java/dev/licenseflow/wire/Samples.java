package dev.licenseflow.wire;

import dev.licenseflow.schema.CatalogVersion;
import dev.licenseflow.schema.Charge;
import dev.licenseflow.schema.ChargeSettlement;
import dev.licenseflow.schema.ClockTick;
import dev.licenseflow.schema.LicenseDecision;
import dev.licenseflow.schema.LicenseRequest;
import dev.licenseflow.schema.LicenseState;
import dev.licenseflow.schema.MonthClosed;
import dev.licenseflow.schema.catalog.CatalogProduct;
import dev.licenseflow.schema.catalog.ProductKind;
import dev.licenseflow.schema.catalog.ProductNames;
import dev.licenseflow.schema.catalog.Proration;
import dev.licenseflow.schema.catalog.QuantityRange;
import dev.licenseflow.schema.catalog.SalesStatus;
import dev.licenseflow.schema.charge.ChargeKind;
import dev.licenseflow.schema.decision.CancellationChanged;
import dev.licenseflow.schema.decision.Cause;
import dev.licenseflow.schema.decision.Outcome;
import dev.licenseflow.schema.decision.QuantityChange;
import dev.licenseflow.schema.decision.QuantityChanged;
import dev.licenseflow.schema.decision.Quote;
import dev.licenseflow.schema.decision.QuoteLine;
import dev.licenseflow.schema.decision.QuotedChange;
import dev.licenseflow.schema.decision.Reason;
import dev.licenseflow.schema.decision.ReasonCode;
import dev.licenseflow.schema.license.LicenseStatus;
import dev.licenseflow.schema.license.ProductQuantities;
import dev.licenseflow.schema.request.CancelCustomer;
import dev.licenseflow.schema.request.Change;
import dev.licenseflow.schema.request.ChangeLicenses;
import dev.licenseflow.schema.request.ChangeRenewalMethod;
import dev.licenseflow.schema.request.ChangeSystem;
import dev.licenseflow.schema.request.Channel;
import dev.licenseflow.schema.request.ConfirmQuote;
import dev.licenseflow.schema.request.DeclineQuote;
import dev.licenseflow.schema.request.IssueCharge;
import dev.licenseflow.schema.request.Item;
import dev.licenseflow.schema.request.Operation;
import dev.licenseflow.schema.request.Reactivate;
import dev.licenseflow.schema.request.RegisterCustomer;
import dev.licenseflow.schema.request.Renew;
import dev.licenseflow.schema.request.RenewalMethod;
import dev.licenseflow.schema.request.Resume;
import dev.licenseflow.schema.request.ScheduleRenewal;
import dev.licenseflow.schema.request.Suspend;
import dev.licenseflow.schema.settlement.SettlementOutcome;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;

/** One or more records of every topic, with every branch of a union and every kind of field somewhere. */
final class Samples {

    private static final Instant AT = Instant.parse("2026-03-10T13:00:00.123Z");

    private Samples() {}

    static Stream<SpecificRecord> all() {
        return Stream.concat(
                commands().map(Samples::request),
                Stream.of(settlement(), tick(), catalog(), quoted(), rejected(), charge(), license(), closed()));
    }

    static Stream<SpecificRecord> commands() {
        List<Item> items = List.of(new Item("cloud", 1), new Item("link-garcom", 2));
        return Stream.of(
                new RegisterCustomer("link", RenewalMethod.MANUAL, items),
                new ChangeLicenses(List.of(new Change("link-garcom", Operation.ADD, 1))),
                new ConfirmQuote("r-1"),
                new DeclineQuote("r-1"),
                new ChangeRenewalMethod(RenewalMethod.MANAGED_BILLING),
                new Renew(),
                new Suspend(),
                new Resume(),
                new Reactivate("navi", List.of()),
                new ChangeSystem("navi", List.of()),
                new ScheduleRenewal(),
                new CancelCustomer(),
                new IssueCharge("link", 12_000L, "ção", null));
    }

    static LicenseRequest request(SpecificRecord command) {
        return new LicenseRequest("r-1", "c-1", "p-1", Channel.CUSTOMERS, "ana", 7L, null, command);
    }

    static LicenseRequest request() {
        return request(new Renew());
    }

    static ChargeSettlement settlement() {
        return new ChargeSettlement(
                "s-1",
                "c-1",
                List.of("c-1/r-1/cloud", "ção"),
                SettlementOutcome.WAIVED,
                AT,
                7_090L,
                "pix",
                null,
                "u-1",
                "ção");
    }

    static ClockTick tick() {
        return new ClockTick("2026-04", 3);
    }

    static CatalogVersion catalog() {
        return new CatalogVersion(
                1,
                AT,
                "BRL",
                List.of(new CatalogProduct(
                        "link-movel",
                        new ProductNames("Link Móvel", "Link Mobile"),
                        ProductKind.ADD_ON,
                        List.of("link"),
                        List.of("cloud"),
                        new QuantityRange(1, 50),
                        4_990L,
                        Proration.DAILY,
                        SalesStatus.SELLABLE)),
                "u-1",
                null);
    }

    static LicenseDecision quoted() {
        return decision(
                Outcome.QUOTED,
                List.of(),
                new Quote(
                        "r-1",
                        List.of(new QuoteLine("link-garcom", 1, 2_990L, 22, 31, 2_122L)),
                        2_122L,
                        20_000L,
                        AT.plusSeconds(86_400),
                        List.of(new QuotedChange("link-garcom", dev.licenseflow.schema.decision.Operation.ADD, 1)),
                        1));
    }

    static LicenseDecision rejected() {
        Map<String, String> facts = new TreeMap<>(Map.of("asked", "99", "max", "50", "min", "1"));
        return decision(
                Outcome.REJECTED,
                List.of(
                        new Reason(ReasonCode.QUANTITY_OUT_OF_RANGE, "link-movel", facts, "Não pode", "Cannot"),
                        new Reason(ReasonCode.REVISION_CONFLICT, null, Map.of(), "Não pode", "Cannot")),
                null);
    }

    private static LicenseDecision decision(Outcome outcome, List<Reason> reasons, Quote quote) {
        return new LicenseDecision(
                "request-0-1",
                Cause.REQUEST,
                "r-1",
                "c-1",
                "p-1",
                dev.licenseflow.schema.decision.Channel.CUSTOMERS,
                null,
                "ChangeLicenses",
                outcome,
                false,
                reasons,
                List.of(
                        new QuantityChanged(QuantityChange.REMOVAL_SCHEDULED, "cloud", 1, 1, 1, 0, AT),
                        new CancellationChanged(true)),
                List.of(),
                quote,
                1,
                7L,
                7L,
                AT);
    }

    static Charge charge() {
        return new Charge(
                "c-1/r-1/cloud",
                ChargeKind.ADDITION,
                "c-1",
                "p-1",
                "cloud",
                1,
                9_990L,
                22,
                31,
                7_090L,
                "BRL",
                "2026-03",
                LocalDate.of(2026, 3, 31),
                "r-1",
                1,
                LocalDate.of(2026, 3, 10),
                LocalDate.of(2026, 3, 31),
                "r-1",
                null);
    }

    static LicenseState license() {
        return new LicenseState(
                "c-1",
                "p-1",
                "link",
                LicenseStatus.ACTIVE,
                dev.licenseflow.schema.license.RenewalMethod.MANUAL,
                "2026-03",
                8L,
                List.of(new ProductQuantities("cloud", 1, 0), new ProductQuantities("link", 1, 1)),
                7_090L,
                "BRL",
                "2026-03",
                false,
                true,
                AT,
                "request-0-1");
    }

    static MonthClosed closed() {
        return new MonthClosed("2026-04", 3, 8, 100L, 1L, 2L, 90L, 8L, 2L, Long.MAX_VALUE, "BRL");
    }
}
