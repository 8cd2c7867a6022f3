package dev.licenseflow.messaging.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.licenseflow.domain.request.Channel;
import dev.licenseflow.domain.request.Command;
import dev.licenseflow.domain.request.Item;
import dev.licenseflow.domain.request.RenewalMethod;
import dev.licenseflow.domain.request.Request;
import dev.licenseflow.domain.request.Settlement;
import dev.licenseflow.domain.request.SettlementOutcome;
import dev.licenseflow.messaging.mapping.RequestMapper;
import dev.licenseflow.messaging.mapping.SettlementMapper;
import dev.licenseflow.messaging.sample.Requests;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RequestJsonTest {

    private static final String REQUEST = """
            {"requestId":"r1","customerId":"c1","partnerId":"p1","channel":"CUSTOMERS","requestedBy":"ana",\
            "command":{"type":"RegisterCustomer","system":"link","renewalMethod":"MANUAL",\
            "items":[{"product":"cloud","quantity":1}]}}""";

    private static final String CHANGE = """
            {"requestId":"r1","customerId":"c1","partnerId":"p1","channel":"CUSTOMERS","expectedRevision":3,\
            "acceptUpTo":500,"command":{"type":"ChangeLicenses",\
            "changes":[{"product":"cloud","operation":"ADD","quantity":1}]}}""";

    private static final String SETTLEMENT = """
            {"settlementId":"s1","customerId":"c1","chargeIds":["h1","h2"],"outcome":"PAID"}""";

    static List<Request> requests() {
        return Requests.many();
    }

    static List<Settlement> settlements() {
        return Requests.manySettlements();
    }

    @Test
    void theExampleOfTheContractIsRead() {
        assertThat(RequestJson.parseRequest(REQUEST))
                .isEqualTo(new Request(
                        "r1",
                        "c1",
                        "p1",
                        Channel.CUSTOMERS,
                        Optional.of("ana"),
                        OptionalLong.empty(),
                        OptionalLong.empty(),
                        new Command.RegisterCustomer("link", RenewalMethod.MANUAL, List.of(new Item("cloud", 1)))));
    }

    @Test
    void aRequestIsWrittenAsTheContractWritesIt() {
        assertThat(RequestJson.write(RequestJson.parseRequest(REQUEST))).isEqualTo(REQUEST);
        assertThat(RequestJson.write(RequestJson.parseRequest(CHANGE))).isEqualTo(CHANGE);
    }

    @ParameterizedTest
    @MethodSource("requests")
    void everyRequestReadsAsItWasWritten(Request request) {
        assertThat(RequestJson.parseRequest(RequestJson.write(request))).isEqualTo(request);
    }

    @ParameterizedTest
    @MethodSource("requests")
    void everyRequestReadsAsItsRecordIsPrinted(Request request) {
        String printed = new RecordJson(ZoneOffset.UTC).write(RequestMapper.toAvro(request));
        assertThat(RequestJson.parseRequest(printed)).isEqualTo(request);
    }

    @ParameterizedTest
    @MethodSource("settlements")
    void everySettlementReadsAsItWasWrittenOrPrinted(Settlement settlement) {
        String printed = new RecordJson(ZoneOffset.UTC).write(SettlementMapper.toAvro(settlement));
        assertThat(List.of(RequestJson.write(settlement), printed))
                .allSatisfy(text -> assertThat(RequestJson.parseSettlement(text).toSettlement(List.of("other")))
                        .isEqualTo(settlement));
    }

    @Test
    void aSettlementMayNameAllOpenCharges() {
        SettlementLine line = RequestJson.parseSettlement(SETTLEMENT.replace("[\"h1\",\"h2\"]", "\"OPEN\""));
        assertThat(line.namesAllOpenCharges()).isTrue();
        assertThat(line.toSettlement(List.of("h7")))
                .isEqualTo(new Settlement("s1", "c1", List.of("h7"), SettlementOutcome.PAID));
    }

    @Test
    void aSettlementThatNamesNoChargeDoesNotNameAll() {
        SettlementLine line = RequestJson.parseSettlement(SETTLEMENT.replace("[\"h1\",\"h2\"]", "[]"));
        assertThat(line.namesAllOpenCharges()).isFalse();
        assertThat(line.toSettlement(List.of("h7")).chargeIds()).isEmpty();
    }

    @Test
    void aRequestCanBePartOfALine() {
        StrictObject line = StrictObject.parse("", "{\"at\":\"2026-03-10T10:00:00-03:00\",\"request\":" + CHANGE + "}");
        assertThat(line.required("at").instant()).isEqualTo("2026-03-10T13:00:00Z");
        assertThat(RequestJson.request(line.required("request").object())).isEqualTo(RequestJson.parseRequest(CHANGE));
        line.end();
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            "requestId":"r1",                | ``                             | request.requestId: is missing
            "requestId":"r1"                 | "requestId":null               | request.requestId: is missing
            "requestId":"r1"                 | "requestId":7                  | request.requestId: expected text, found 7
            "requestId":"r1"                 | "requestId":" "                | request: requestId is empty
            "channel":"CUSTOMERS"            | "channel":"customers"          | request.channel: expected one of CUSTOMERS, MANUAL_RENEWAL, MANAGED_BILLING, API, BACK_OFFICE, found "customers"
            "partnerId"                      | "at":"now","partnerId"         | request.at: unknown field, expected only requestId, customerId, partnerId, channel, requestedBy, expectedRevision, acceptUpTo, command
            "partnerId"                      | "customerId":"c2","partnerId"  | not valid JSON at column 49: Duplicate Object property "customerId"
            "acceptUpTo":500                 | "acceptUpTo":"500"             | request.acceptUpTo: expected a whole number, found "500"
            "acceptUpTo":500                 | "acceptUpTo":5.0               | request.acceptUpTo: expected a whole number, found 5.0
            "acceptUpTo":500                 | "acceptUpTo":true              | request.acceptUpTo: expected a whole number, found true
            "acceptUpTo":500                 | "acceptUpTo":9223372036854775808 | request.acceptUpTo: expected a whole number from -9223372036854775808 to 9223372036854775807, found 9223372036854775808
            "type":"ChangeLicenses",         | ``                             | request.command.type: is missing
            ChangeLicenses                   | Change                         | request.command.type: expected one of RegisterCustomer, ChangeLicenses, ConfirmQuote, DeclineQuote, ChangeRenewalMethod, Renew, Suspend, Resume, Reactivate, ChangeSystem, ScheduleRenewal, UnscheduleRenewal, CancelCustomer, WithdrawCancellation, TransferCustomer, AdjustCharge, IssueCharge, found "Change"
            ChangeLicenses                   | Renew                          | request.command.changes: unknown field, expected only type
            ChangeLicenses                   | Reactivate                     | request.command.items: is missing
            "changes":[                      | "changes":[[],                 | request.command.changes[0]: expected an object, found a list
            [{"product":"cloud","operation":"ADD","quantity":1}] | {}         | request.command.changes: expected a list, found an object
            "quantity":1                     | "quantity":"x"                 | request.command.changes[0].quantity: expected a whole number, found "x"
            "quantity":1                     | "quantity":2147483648          | request.command.changes[0].quantity: expected a whole number from -2147483648 to 2147483647, found 2147483648
            "quantity":1                     | "quantity":1,"n":2             | request.command.changes[0].n: unknown field, expected only product, operation, quantity
            "operation":"ADD"                | "operation":"UNKNOWN"          | request.command.changes[0].operation: expected one of ADD, REMOVE, SET, found "UNKNOWN"
            """)
    void whatIsNotARequestIsNamedWithItsPlace(String part, String replacement, String message) {
        assertThat(CHANGE).contains(part);
        String json = CHANGE.replace(part, replacement);
        assertThatThrownBy(() -> RequestJson.parseRequest(json))
                .isInstanceOf(JsonFormatException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            "outcome":"PAID"   | "outcome":"LOST"   | settlement.outcome: expected one of PAID, WAIVED, found "LOST"
            ["h1","h2"]        | "open"             | settlement.chargeIds: expected a list, found "open"
            ["h1","h2"]        | ["h1",2]           | settlement.chargeIds[1]: expected text, found 2
            ,"outcome":"PAID"  | ``                 | settlement.outcome: is missing
            "s1"               | ""                 | settlement: settlementId is empty
            """)
    void whatIsNotASettlementIsNamedWithItsPlace(String part, String replacement, String message) {
        assertThat(SETTLEMENT).contains(part);
        String json = SETTLEMENT.replace(part, replacement);
        assertThatThrownBy(() -> RequestJson.parseSettlement(json))
                .isInstanceOf(JsonFormatException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            [1]        | request: expected an object, found a list
            7          | request: expected an object, found 7
            {          | not valid JSON at column 2: Unexpected end-of-input: expected close marker for Object
            """)
    void whatIsNoObjectIsRefused(String json, String message) {
        assertThatThrownBy(() -> RequestJson.parseRequest(json))
                .isInstanceOf(JsonFormatException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            {}{}
            {} x
            {'a':1}
            {"a":1,}
            ``
            """)
    void whatIsNotOneJsonTextIsRefused(String json) {
        assertThatThrownBy(() -> StrictObject.parse("", json))
                .isInstanceOf(JsonFormatException.class)
                .message()
                .doesNotContain("\n");
    }

    @Test
    void aMessageIsOneLineWhateverTheFieldIsCalled() {
        assertThatThrownBy(() -> RequestJson.parseRequest(CHANGE.replace("partnerId", "a\\nb")))
                .message()
                .doesNotContain("\n");
        assertThatThrownBy(() -> StrictObject.parse("", "{\"a\\nb\":1}").end())
                .hasMessage("a b: no field is expected here");
    }

    @ParameterizedTest
    @CsvSource({"2026-03-10", "2026-03-10T10:00:00", "2026-03-10T10:00:00.0001Z", "soon"})
    void whatIsNoInstantIsRefused(String text) {
        StrictObject line = StrictObject.parse("", "{\"at\":\"" + text + "\"}");
        assertThatThrownBy(() -> line.required("at").instant())
                .isInstanceOf(JsonFormatException.class)
                .hasMessage(
                        "at: expected an instant such as 2026-03-10T10:00:00-03:00, at most with milliseconds, found \""
                                + text + "\"");
    }
}
