package dev.licenseflow.billing.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licenseflow.billing.Charges;
import dev.licenseflow.billing.LedgerFixture;
import dev.licenseflow.domain.charge.Charge;
import dev.licenseflow.domain.license.LicenseStatus;
import dev.licenseflow.domain.license.PublishedLicenses;
import dev.licenseflow.domain.request.RenewalMethod;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The HTTP interface on a real port; each test has a customer of its own. */
class LedgerApiIT {

    private static final String ROOT = "/api/billing/v1";
    private static final String JSON = "application/json";
    private static final String PROBLEM = "application/problem+json";

    private static LedgerFixture ledger;
    private static LedgerService service;

    @BeforeAll
    static void start() {
        ledger = new LedgerFixture();
        service = LedgerService.onlyAnswering(ledger.database);
    }

    @AfterAll
    static void stop() {
        service.close();
        ledger.close();
    }

    @Test
    void chargesAreListedPageByPage() {
        ledger.deliver(
                Charges.of("paginas", "a", 100), Charges.of("paginas", "b", 200), Charges.of("paginas", "c", 300));

        HttpAnswer first = service.get(ROOT + "/charges?customerId=paginas&size=2");
        HttpAnswer second = service.get(ROOT + "/charges?customerId=paginas&size=2&after=" + first.text("/next"));
        assertThat(first.json().at("/items/1/product").asString()).isEqualTo("b");
        assertThat(first.json().at("/items/0/dueBy").asString()).isEqualTo("2026-03-31");
        assertThat(second.json().at("/items").size()).isEqualTo(1);
        assertThat(second.json().has("next")).isFalse();
        assertThat(service.get(ROOT + "/charges?status=SETTLED&customerId=paginas")
                        .json()
                        .at("/items")
                        .size())
                .isZero();
        assertThat(service.get(ROOT + "/charges/"
                                + Charges.of("paginas", "a", 100).chargeId())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void whatIsNotDoneIsAnsweredAsAProblem() {
        assertProblem(service.get(ROOT + "/charges?size=0"), 400, "SIZE_OUT_OF_RANGE");
        assertProblem(service.get(ROOT + "/charges?size=501"), 400, "SIZE_OUT_OF_RANGE");
        assertProblem(service.get(ROOT + "/charges?after=x"), 400, "AFTER_INVALID");
        assertProblem(service.get(ROOT + "/charges?status=LOST"), 400, "BAD_REQUEST");
        assertProblem(service.get(ROOT + "/charges?month=2026-13"), 400, "BAD_REQUEST");
        assertProblem(service.get(ROOT + "/charges/none"), 404, "NOT_FOUND");
        assertProblem(service.get(ROOT + "/nothing"), 404, "NOT_FOUND");
        assertProblem(service.get("/nothing"), 404, "NOT_FOUND");
        assertProblem(service.post(ROOT + "/alarms", JSON, "{}"), 405, "METHOD_NOT_ALLOWED");
        assertProblem(
                service.post(ROOT + "/settlements", "text/plain", "x", "Idempotency-Key", "k"),
                415,
                "UNSUPPORTED_MEDIA_TYPE");
        assertProblem(settle("k-broken", "{"), 400, "BAD_REQUEST");
        assertProblem(settle("k-unknown-field", "{\"customer\":\"x\"}"), 400, "BAD_REQUEST");
        assertProblem(settle("k-both", "{\"customerId\":\"x\"}"), 400, "SETTLEMENT_INVALID");
        assertProblem(service.post(ROOT + "/settlements", JSON, allOpen("x")), 400, "IDEMPOTENCY_KEY_MISSING");
        assertProblem(settle("k-nothing", allOpen("ninguem")), 409, "NOTHING_OPEN");
    }

    @Test
    void aWriteSentAgainWithItsKeyGetsTheSameAnswerAndAnotherOneIsRefused() {
        Charge charge = Charges.of("chaves", "cloud", 4_990);
        ledger.deliver(charge);
        HttpAnswer first = settle("chave-1", allOpen("chaves"));
        HttpAnswer again = settle("chave-1", allOpen("chaves"));

        assertThat(first.status()).isEqualTo(201);
        assertThat(again).usingRecursiveComparison().isEqualTo(first);
        assertThat(first.text("/status")).isEqualTo("PENDING");
        assertProblem(settle("chave-1", allOpen("outro")), 422, "IDEMPOTENCY_KEY_REUSED");
        HttpAnswer taken = settle("chave-2", named("chaves", charge));
        assertProblem(taken, 409, "CHARGE_NOT_OPEN");
        assertThat(taken.text("/chargeIds/0")).isEqualTo(charge.chargeId());
        assertThat(ledger.database.number("select count(*) from settlements where customer_id = 'chaves'"))
                .isEqualTo(1);
    }

    @Test
    void aKeyWhoseWriteWasRefusedMayBeUsedAgain() {
        Charge charge = Charges.of("depois", "cloud", 4_990);
        assertProblem(settle("chave-depois", named("depois", charge)), 422, "CHARGE_UNKNOWN");
        ledger.deliver(charge);
        assertThat(settle("chave-depois", named("depois", charge)).status()).isEqualTo(201);
    }

    @Test
    void theDecisionIsShownOnTheSettlement() {
        Charge open = Charges.of("decisao", "cloud", 4_990);
        Charge gone = Charges.of("decisao", "link-movel", 1_990);
        ledger.deliver(open, gone);
        String id = settle("decisao", named("decisao", open, gone)).text("/settlementId");
        ledger.deliver(LedgerFixture.decision("decisao", id, List.of(open), List.of(gone), LedgerFixture.NOW));

        HttpAnswer decided = service.get(ROOT + "/settlements/decisao/" + id);
        assertThat(decided.text("/status")).isEqualTo("APPLIED");
        assertThat(decided.text("/reasons/0/code")).isEqualTo("CHARGE_NOT_OPEN");
        assertThat(decided.text("/reasons/0/facts/chargeId")).isEqualTo(gone.chargeId());
        assertThat(service.get(ROOT + "/settlements?customerId=decisao&status=APPLIED")
                        .text("/items/0/settlementId"))
                .isEqualTo(id);
        assertThat(service.get(ROOT + "/charges/" + open.chargeId()).text("/settledAt"))
                .isEqualTo(LedgerFixture.NOW.toString());
    }

    @Test
    void whatIsToldOfAPaymentIsShownAndAWaiverNeedsAReason() {
        Charge charge = Charges.of("fatos", "cloud", 4_990);
        ledger.deliver(charge, Charges.of("fatos", "tef", 990, Charges.MARCH.plusMonths(1)));
        String march = allOpen("fatos").replace("}", ",\"month\":\"2026-03\"");
        HttpAnswer paid = settle(
                "fatos-1",
                march + ",\"paidAt\":\"2026-03-09T12:00:00Z\",\"receivedCents\":4990,\"method\":\"pix\","
                        + "\"reference\":\"E1\",\"settledBy\":\"pessoa-7\"}");
        assertThat(paid.status()).isEqualTo(201);
        assertThat(paid.text("/paidAt")).isEqualTo("2026-03-09T12:00:00Z");
        assertThat(paid.json().at("/receivedCents").asLong()).isEqualTo(4_990);
        assertThat(paid.text("/method") + paid.text("/reference") + paid.text("/settledBy"))
                .isEqualTo("pixE1pessoa-7");

        String waiver = allOpen("fatos").replace("}", ",\"outcome\":\"WAIVED\"");
        assertProblem(settle("fatos-2", waiver + "}"), 422, "REASON_MISSING");
        assertProblem(settle("fatos-2", waiver + ",\"reason\":\" \"}"), 422, "REASON_MISSING");
        String tooLong = "x".repeat(501);
        assertProblem(settle("fatos-2", waiver + ",\"reason\":\"" + tooLong + "\"}"), 400, "SETTLEMENT_INVALID");
        assertThat(settle("fatos-2", waiver + ",\"reason\":\"cortesia\"}").text("/reason"))
                .isEqualTo("cortesia");
    }

    @Test
    void aStatementSumsWhatIsOpenBeingSettledAndSettled() {
        Charge open = Charges.of("extrato", "a", 100);
        Charge settling = Charges.of("extrato", "b", 2_000);
        Charge settled = Charges.of("extrato", "c", 30_050);
        ledger.deliver(open, settling, settled);
        ledger.settle(settling);
        String id = ledger.settle(settled).settlementId();
        ledger.deliver(LedgerFixture.decision("extrato", id, List.of(settled), List.of(), LedgerFixture.NOW));

        HttpAnswer statement = service.get(ROOT + "/partners/parceiro-1/customers/extrato/statements/2026-03");
        assertThat(statement.json().at("/totals/0/chargedCents").asLong()).isEqualTo(32_150);
        assertThat(statement.json().at("/totals/0/openCents").asLong()).isEqualTo(100);
        assertThat(statement.json().at("/totals/0/settlingCents").asLong()).isEqualTo(2_000);
        assertThat(statement.json().at("/totals/0/settledCents").asLong()).isEqualTo(30_050);
        assertThat(statement.json().at("/charges").size()).isEqualTo(3);
        HttpAnswer month = service.get(ROOT + "/partners/parceiro-1/months/2026-03");
        assertThat(month.json().at("/customers").findValuesAsString("customerId"))
                .contains("extrato");
        assertThat(service.get(ROOT + "/partners/estranho/customers/extrato/statements/2026-03")
                        .json()
                        .at("/charges")
                        .size())
                .isZero();
    }

    @Test
    void aStatementIsAlsoATableForASpreadsheet() {
        ledger.deliver(Charges.of("=1+1", "cloud", 123_456));

        HttpAnswer table = service.get(ROOT + "/partners/parceiro-1/customers/%3D1+1/statements/2026-03/csv");
        assertThat(table.contentType()).isEqualToIgnoringCase("text/csv;charset=UTF-8");
        String text = table.body();
        assertThat(text).startsWith("\uFEFFParceiro;Cliente;Mês;");
        assertThat(text.lines().skip(1))
                .containsExactly(
                        "parceiro-1;'=1+1;03/2026;%3D1%2B1:2026-03:parceiro-1:pedido-1:cloud;Adicional;cloud;1;1234,56;31;31;"
                                + "1234,56;BRL;31/03/2026;Em aberto;;;");
        assertThat(service.get(ROOT + "/partners/parceiro-1/months/2026-03/csv").status())
                .isEqualTo(200);
    }

    @Test
    void goodLinesOfABankReturnAreSettledAndBadOnesReported() {
        Charge paid = Charges.of("banco", "cloud", 4_990);
        Charge other = Charges.of("banco", "tef", 1_000);
        ledger.deliver(paid, other);
        String file = "linha;cobranca;pago_em;valor\n" + "1;" + paid.chargeId() + ";09/03/2026;49,90\n"
                + "2;" + other.chargeId() + ";09/03/2026;9,99\n" + "3;nenhuma;09/03/2026;1,00\n" + "torta\n"
                + "1;" + paid.chargeId() + ";09/03/2026;49,90\n" + "1;" + other.chargeId() + ";09/03/2026;10,00\n"
                + "4;" + paid.chargeId() + ";09/03/2026;49,90\n";

        HttpAnswer taken = upload(file);
        assertThat(taken.json().at("/lines").findValuesAsString("result"))
                .containsExactly("SETTLING", "REFUSED", "REFUSED", "REFUSED", "REPEATED", "REFUSED", "REFUSED");
        assertThat(taken.json().at("/lines").findValuesAsString("fault"))
                .containsExactly("AMOUNT_DIFFERS", "CHARGE_UNKNOWN", "MALFORMED", "LINE_ID_REUSED", "CHARGE_NOT_OPEN");
        assertThat(upload(file)).usingRecursiveComparison().isEqualTo(taken);
        HttpAnswer settlement = service.get(ROOT + "/settlements/banco/" + taken.text("/lines/0/settlementId"));
        assertThat(settlement.text("/paidAt")).isEqualTo("2026-03-09T03:00:00Z");
        assertThat(settlement.json().at("/receivedCents").asLong()).isEqualTo(4_990);
        assertThat(settlement.text("/method") + settlement.text("/reference")).isEqualTo("bank-return1");
        String corrected = file.replace("9,99", "10,00");
        assertThat(upload(corrected).json().at("/lines").findValuesAsString("result"))
                .startsWith("REPEATED", "SETTLING", "REFUSED");
        assertThat(service.get(ROOT + "/bank-returns/" + taken.text("/fileHash"))
                        .json())
                .isEqualTo(taken.json());
        assertThat(ledger.database.number("select count(*) from settlements where customer_id = 'banco'"))
                .isEqualTo(2);
        assertProblem(upload("a;b"), 422, "FILE_UNREADABLE");
        assertProblem(upload("x".repeat(2 * 1024 * 1024 + 1)), 413, "FILE_TOO_LARGE");
    }

    @Test
    void anInvoiceIsMadeShownPrintedAndPaid() {
        ledger.deliver(Charges.of("fatura", "<b>cloud", 4_990), Charges.of("fatura", "tef", 1_000));
        String body = "{\"partnerId\":\"parceiro-1\",\"customerId\":\"fatura\",\"dueBy\":\"2999-03-20\"}";
        HttpAnswer made = service.post(ROOT + "/invoices", JSON, body, "Idempotency-Key", "f1");
        HttpAnswer again = service.post(ROOT + "/invoices", JSON, body, "Idempotency-Key", "f1");
        String number = made.text("/invoice/number");
        String url = ROOT + "/invoices/" + number;

        assertThat(made.status()).isEqualTo(201);
        assertThat(again).usingRecursiveComparison().isEqualTo(made);
        assertThat(made.text("/invoice/status")).isEqualTo("OPEN");
        assertThat(made.text("/invoice/dueBy")).isEqualTo("2999-03-20");
        assertThat(made.json().at("/invoice/amountCents").asLong()).isEqualTo(5_990);
        assertThat(made.text("/lines/0/charge/periodFrom")).isEqualTo("2026-03-01");
        assertThat(made.text("/payment/pixCode")).contains("540559.90", number);
        assertThat(made.json().at("/payment/demonstration").asBoolean()).isTrue();
        assertThat(service.get(ROOT + "/invoices?customerId=fatura&status=OPEN").text("/items/0/number"))
                .isEqualTo(number);
        HttpAnswer page = service.get(url + "/html");
        assertThat(page.contentType()).isEqualToIgnoringCase("text/html;charset=UTF-8");
        assertThat(page.body())
                .contains("Fatura " + number, "@media print", "<svg", "Não pague", "&lt;b&gt;cloud", "01/03/2026")
                .doesNotContain("<b>cloud", "<script");
        assertThat(service.get(url + "/csv").body())
                .contains("fatura;tef;Adicional;03/2026;01/03/2026;31/03/2026;31/31;1;10,00;10,00;0,00;10,00\r\n");
        assertThat(service.get(url + "/pix.svg").contentType()).isEqualTo("image/svg+xml");
        assertThat(service.get(url + "/pix.png").contentType()).isEqualTo("image/png");

        HttpAnswer bank = upload("linha;cobranca;pago_em;valor\nfatura-1;" + number + ";09/03/2026;59,90\n");
        assertThat(bank.text("/lines/0/result")).isEqualTo("SETTLING");
        assertThat(bank.text("/lines/0/invoiceNumber")).isEqualTo(number);
        assertThat(service.get(url).text("/invoice/status")).isEqualTo("SETTLING");
        assertThat(service.get(url).json().has("payment")).isFalse();
        assertThat(service.get(ROOT + "/settlements?customerId=fatura").text("/items/0/invoiceNumber"))
                .isEqualTo(number);
        assertProblem(service.get(url + "/pix.svg"), 409, "INVOICE_NOT_PAYABLE");
        assertProblem(service.post(url + "/cancellation", JSON, ""), 409, "INVOICE_NOT_OPEN");
    }

    @Test
    void anInvoiceThatCannotBeMadeIsRefused() {
        assertProblem(invoice("{}"), 400, "INVOICE_INVALID");
        assertProblem(invoice("{\"partnerId\":\"ninguem\"}"), 409, "NOTHING_TO_INVOICE");
        assertProblem(invoice("{\"partnerId\":\"x\",\"dueBy\":\"2020-01-01\"}"), 422, "DUE_DATE_PAST");
        assertProblem(service.post(ROOT + "/invoices", JSON, "{\"partnerId\":\"x\"}"), 400, "IDEMPOTENCY_KEY_MISSING");
        assertProblem(service.get(ROOT + "/invoices/F1"), 404, "NOT_FOUND");
        assertProblem(service.post(ROOT + "/invoices/F1/cancellation", JSON, ""), 404, "NOT_FOUND");
    }

    @Test
    void differencesToTheLicensesTopicAreListedAndMarkedWhileASettlementIsPending() {
        Charge charge = Charges.of("balanco", "cloud", 4_990);
        ledger.deliver(charge, Charges.of("confere", "cloud", 700));
        balance("balanco", 5, 4_990);
        balance("confere", 1, 700);
        assertThat(differences()).doesNotContain("balanco", "confere");

        ledger.settle(charge);
        balance("balanco", 6, 0);
        balance("balanco", 5, 4_990); // a replay does not bring the old revision back
        HttpAnswer difference = service.get(ROOT + "/reconciliation/balanco");
        assertThat(differences()).contains("balanco").doesNotContain("confere");
        assertThat(difference.json().at("/differenceCents").asLong()).isEqualTo(4_990);
        assertThat(difference.json().at("/inFlight").asBoolean()).isTrue();
    }

    @Test
    void alarmsAndHealthAreShown() {
        ledger.inbox.enter(List.of(ledger.record("licensing.charges", "x", new byte[] {9})));

        assertThat(service.get(ROOT + "/alarms").json().at("/items").findValuesAsString("kind"))
                .contains("RECORD_UNREADABLE");
        assertThat(service.get("/actuator/health/readiness").text("/status")).isEqualTo("UP");
        assertThat(service.get("/actuator/health").text("/components/ledger/details/reading"))
                .isEqualTo("off");
        assertThat(service.get("/actuator/metrics/licenseflow.ledger.alarms").status())
                .isEqualTo(200);
    }

    private static List<String> differences() {
        return service.get(ROOT + "/reconciliation?size=500")
                .json()
                .at("/items")
                .findValuesAsString("customerId");
    }

    private static void balance(String customerId, long revision, long openCents) {
        PublishedLicenses state = new PublishedLicenses(
                customerId,
                Charges.PARTNER,
                "link",
                LicenseStatus.ACTIVE,
                RenewalMethod.MANUAL,
                Charges.MARCH,
                revision,
                new TreeMap<>(),
                openCents,
                "BRL",
                Charges.MARCH,
                false,
                false,
                LedgerFixture.NOW,
                "request-0-" + revision);
        ledger.inbox.enter(List.of(ledger.record(ledger.topics.licenses(), customerId, state)));
    }

    private static HttpAnswer settle(String key, String body) {
        return service.post(ROOT + "/settlements", JSON, body, "Idempotency-Key", key);
    }

    private static HttpAnswer invoice(String body) {
        return service.post(ROOT + "/invoices", JSON, body, "Idempotency-Key", "recusada");
    }

    private static HttpAnswer upload(String file) {
        return service.post(ROOT + "/bank-returns?fileName=retorno.csv", "text/csv", file);
    }

    private static String allOpen(String customerId) {
        return "{\"customerId\":\"" + customerId + "\",\"allOpen\":true}";
    }

    private static String named(String customerId, Charge... charges) {
        List<String> ids = List.of(charges).stream()
                .map(charge -> '"' + charge.chargeId() + '"')
                .toList();
        return "{\"customerId\":\"" + customerId + "\",\"chargeIds\":" + ids + ",\"outcome\":\"PAID\"}";
    }

    private static void assertProblem(HttpAnswer answer, int status, String code) {
        assertThat(answer.contentType()).isEqualTo(PROBLEM);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.text("/code")).isEqualTo(code);
        assertThat(answer.text("/type")).startsWith("urn:licenseflow:billing:");
        assertThat(answer.json().at("/status").asInt()).isEqualTo(status);
    }
}
