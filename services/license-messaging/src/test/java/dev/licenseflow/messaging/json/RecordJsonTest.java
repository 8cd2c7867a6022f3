package dev.licenseflow.messaging.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licenseflow.domain.charge.Charge;
import dev.licenseflow.domain.charge.ChargeKind;
import dev.licenseflow.domain.charge.ChargeLine;
import dev.licenseflow.domain.charge.Quote;
import dev.licenseflow.domain.decision.Cause;
import dev.licenseflow.domain.decision.Decision;
import dev.licenseflow.domain.decision.Effect;
import dev.licenseflow.domain.decision.MonthTotals;
import dev.licenseflow.domain.decision.Outcome;
import dev.licenseflow.domain.decision.Reason;
import dev.licenseflow.domain.decision.RejectionCode;
import dev.licenseflow.domain.decision.Requester;
import dev.licenseflow.domain.license.PublishedLicenses;
import dev.licenseflow.domain.request.Channel;
import dev.licenseflow.domain.request.LicenseChange;
import dev.licenseflow.domain.request.Operation;
import dev.licenseflow.messaging.mapping.CatalogMapper;
import dev.licenseflow.messaging.mapping.ChargeMapper;
import dev.licenseflow.messaging.mapping.ClosedPartition;
import dev.licenseflow.messaging.mapping.LicenseStateMapper;
import dev.licenseflow.messaging.mapping.MonthCloseMapper;
import dev.licenseflow.messaging.mapping.RequestMapper;
import dev.licenseflow.messaging.mapping.decision.DecisionMapper;
import dev.licenseflow.messaging.sample.AvroBytes;
import dev.licenseflow.messaging.sample.Decisions;
import dev.licenseflow.messaging.sample.Licenses;
import dev.licenseflow.schema.LicenseDecision;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecordJsonTest {

    private static final RecordJson JSON = new RecordJson(ZoneId.of("America/Sao_Paulo"));
    private static final Instant AT = Instant.parse("2026-03-16T13:00:00Z");

    @Test
    void aQuotedDecision() {
        Quote quote = new Quote(
                "r2",
                List.of(new ChargeLine("link-garcom", 1, 1_000, 16, 31, 516)),
                516,
                18_000,
                Instant.parse("2026-03-19T03:00:00Z"),
                List.of(new LicenseChange("link-garcom", Operation.ADD, 1)),
                1);
        Decision decision = new Decision(
                "request-0-5",
                Cause.REQUEST,
                "r2",
                "c1",
                new Requester("p1", Optional.of(Channel.CUSTOMERS), Optional.of("u-1"), Optional.of("ChangeLicenses")),
                Outcome.QUOTED,
                false,
                List.of(),
                List.of(new Effect.QuoteOpened(quote)),
                1,
                1,
                1,
                AT);
        assertThat(JSON.write(DecisionMapper.toAvro(decision))).isEqualTo("""
                {"decisionId":"request-0-5","cause":"REQUEST","causeId":"r2","customerId":"c1","partnerId":"p1",\
                "channel":"CUSTOMERS","requestedBy":"u-1","command":"ChangeLicenses","outcome":"QUOTED",\
                "duplicate":false,"reasons":[],"effects":[{"type":"QUOTE_OPENED","quoteId":"r2"}],\
                "chargeIds":[],"quote":{"quoteId":"r2","lines":[{"product":"link-garcom",\
                "quantity":1,"unitPriceCents":1000,"daysCharged":16,"daysInMonth":31,"amountCents":516}],\
                "totalCents":516,"monthlyTotalCents":18000,"validUntil":"2026-03-19T00:00:00-03:00",\
                "changes":[{"product":"link-garcom","operation":"ADD","quantity":1}],"catalogVersion":1},\
                "catalogVersion":1,"revisionBefore":1,"revisionAfter":1,"decidedAt":"2026-03-16T10:00:00-03:00"}""");
    }

    @Test
    void aRejectedDecisionWithItsFactsSorted() {
        Reason reason = Reason.of(
                RejectionCode.QUANTITY_OUT_OF_RANGE,
                "link-garcom",
                Map.of("min", "1", "asked", "51", "max", "50"),
                "não",
                "\"no\"");
        Decision decision = new Decision(
                "request-0-6",
                Cause.REQUEST,
                "r3",
                "c1",
                Requester.none("p1"),
                Outcome.REJECTED,
                true,
                List.of(reason),
                List.of(),
                1,
                1,
                1,
                AT.plusMillis(5));
        LicenseDecision received = AvroBytes.through(DecisionMapper.toAvro(decision));
        assertThat(JSON.write(received)).isEqualTo("""
                {"decisionId":"request-0-6","cause":"REQUEST","causeId":"r3","customerId":"c1","partnerId":"p1",\
                "channel":null,"requestedBy":null,"command":null,"outcome":"REJECTED","duplicate":true,\
                "reasons":[{"code":"QUANTITY_OUT_OF_RANGE","product":"link-garcom",\
                "facts":{"asked":"51","max":"50","min":"1"},"messagePt":"não","messageEn":"\\"no\\""}],"effects":[],\
                "chargeIds":[],"quote":null,"catalogVersion":1,"revisionBefore":1,"revisionAfter":1,\
                "decidedAt":"2026-03-16T10:00:00.005-03:00"}""");
    }

    @Test
    void aCharge() {
        Charge charge = new Charge(
                "h1",
                ChargeKind.INITIAL,
                "c1",
                "p1",
                new ChargeLine("cloud", 1, 3_000, 22, 31, 2_129),
                "BRL",
                YearMonth.of(2026, 3),
                "r1",
                1,
                Optional.of("q1"),
                Optional.empty());
        assertThat(JSON.write(ChargeMapper.toAvro(charge))).isEqualTo("""
                {"chargeId":"h1","kind":"INITIAL","customerId":"c1","partnerId":"p1","product":"cloud","quantity":1,\
                "unitPriceCents":3000,"daysCharged":22,"daysInMonth":31,"amountCents":2129,"currency":"BRL",\
                "month":"2026-03","dueBy":"2026-03-31","causeId":"r1","catalogVersion":1,\
                "periodFrom":"2026-03-10","periodThrough":"2026-03-31","quoteId":"q1","corrects":null}""");
    }

    @Test
    void aMonthClose() {
        ClosedPartition closed =
                new ClosedPartition(YearMonth.of(2026, 4), 0, 1, new MonthTotals(9, 1, 2, 3, 4, 5, 123_456), "BRL");
        assertThat(JSON.write(MonthCloseMapper.toAvro(closed))).isEqualTo("""
                {"month":"2026-04","partition":0,"partitions":1,"customers":9,"reduced":1,"removed":2,\
                "renewed":3,"expired":4,"inactivated":5,"chargesCents":123456,"currency":"BRL"}""");
    }

    @Test
    void aRequestWithTheTypeOfItsCommandFirst() {
        String json = """
                {"requestId":"r1","customerId":"c1","partnerId":"p1","channel":"CUSTOMERS","requestedBy":null,\
                "expectedRevision":3,"acceptUpTo":null,"command":{"type":"ConfirmQuote","quoteId":"q1"}}""";
        assertThat(JSON.write(RequestMapper.toAvro(RequestJson.parseRequest(json))))
                .isEqualTo(json);
    }

    @Test
    void aCatalogVersion() {
        assertThat(JSON.write(CatalogMapper.toAvro(DefaultCatalog.load()))).startsWith("""
                {"version":1,"effectiveFrom":"2026-01-01T00:00:00-03:00","currency":"BRL","products":[{"code":"link",\
                "names":{"pt":"Link","en":"Link"},"kind":"SYSTEM","eligibleSystems":[],"requires":[],\
                "quantity":{"min":1,"max":1},"monthlyPriceCents":12990,"proration":"DAILY","status":"SELLABLE"},""");
    }

    @Test
    void everyRecordIsOneLine() {
        assertThat(Decisions.many())
                .extracting(each -> JSON.write(DecisionMapper.toAvro(each)))
                .noneMatch(line -> line.contains("\n"));
        assertThat(Licenses.many())
                .extracting(each -> JSON.write(LicenseStateMapper.toAvro(PublishedLicenses.of(each, "BRL"))))
                .noneMatch(line -> line.contains("\n"));
    }

    @Test
    void theSameRecordReadFromBytesIsTheSameLine() {
        assertThat(Decisions.many()).allSatisfy(decision -> {
            LicenseDecision written = DecisionMapper.toAvro(decision);
            assertThat(JSON.write(AvroBytes.through(written))).isEqualTo(JSON.write(written));
        });
    }
}
