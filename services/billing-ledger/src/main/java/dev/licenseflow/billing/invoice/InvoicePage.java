package dev.licenseflow.billing.invoice;

import dev.licenseflow.billing.csv.BrazilianCsv;
import dev.licenseflow.billing.csv.BrazilianText;
import dev.licenseflow.billing.invoice.Invoice.InvoiceLine;
import dev.licenseflow.billing.invoice.Invoice.InvoiceStatus;
import dev.licenseflow.billing.payment.PaymentProvider.PaymentCodes;
import dev.licenseflow.billing.payment.QrCode;
import dev.licenseflow.billing.statement.ChargeTable;
import dev.licenseflow.domain.charge.Charge;
import java.util.List;
import java.util.Optional;
import org.springframework.web.util.HtmlUtils;

/** An invoice for people, in Portuguese: a page to print, and a table for a spreadsheet. */
public final class InvoicePage {

    private static final List<String> HEADER = List.of(
            "Cliente",
            "Produto",
            "Tipo",
            "Mês",
            "Período de",
            "Período até",
            "Dias",
            "Quantidade",
            "Preço unitário",
            "Cobrado",
            "Crédito",
            "Valor");

    private static final String STYLE = """
            body{font:14px/1.4 sans-serif;color:#222;max-width:76rem;margin:2rem auto;padding:0 1rem}
            table{border-collapse:collapse;width:100%}
            th,td{padding:.3rem .5rem;border-bottom:1px solid #ccc;text-align:left}
            td{white-space:nowrap}td:first-child,td:nth-child(2){white-space:normal;overflow-wrap:anywhere;min-width:5rem}
            .n{text-align:right}
            dl{display:grid;grid-template-columns:max-content 1fr;gap:.2rem 1rem}dt{font-weight:bold}dd{margin:0}
            .pay{display:flex;gap:1.5rem;align-items:center;border:1px solid #999;padding:1rem;margin:1rem 0;break-inside:avoid}
            .pay svg{width:12rem;flex:none}code{overflow-wrap:anywhere}
            .warn{border:2px solid #b00020;padding:.6rem;font-weight:bold}
            .wide{overflow-x:auto}
            thead{display:table-header-group}tr{break-inside:avoid}
            @media (max-width:40rem){.pay{flex-direction:column}}
            @media print{body{margin:0;max-width:none;font-size:11px}.wide{overflow:visible}@page{size:A4 landscape;margin:12mm}}
            """;

    private InvoicePage() {}

    /** The bytes of the table. */
    public static byte[] table(List<InvoiceLine> lines) {
        BrazilianCsv table = new BrazilianCsv(HEADER);
        lines.forEach(line -> table.line(fields(line)));
        return table.bytes();
    }

    /**
     * The page.
     *
     * @param codes empty if the invoice cannot be paid
     */
    public static String html(Invoice invoice, List<InvoiceLine> lines, Optional<PaymentCodes> codes) {
        StringBuilder rows = new StringBuilder();
        for (InvoiceLine line : lines) {
            rows.append("<tr>");
            List<String> fields = fields(line);
            for (int i = 0; i < fields.size(); i++) {
                rows.append(i < 6 ? "<td>" : "<td class=\"n\">")
                        .append(escaped(fields.get(i)))
                        .append("</td>");
            }
            rows.append("</tr>\n");
        }
        StringBuilder heads = new StringBuilder();
        for (int i = 0; i < HEADER.size(); i++) {
            heads.append(i < 6 ? "<th>" : "<th class=\"n\">")
                    .append(HEADER.get(i))
                    .append("</th>");
        }
        return """
                <!DOCTYPE html>
                <html lang="pt-BR"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
                <title>Fatura %1$s</title><style>%2$s</style></head><body>
                <h1>Fatura %1$s</h1>
                <dl><dt>Parceiro</dt><dd>%3$s</dd><dt>Cliente</dt><dd>%4$s</dd><dt>Vencimento</dt><dd>%5$s</dd>
                <dt>Situação</dt><dd>%6$s</dd><dt>Total</dt><dd><strong>%7$s %8$s</strong></dd></dl>
                %9$s
                <div class="wide"><table><thead><tr>%10$s</tr></thead><tbody>
                %11$s</tbody></table></div>
                </body></html>
                """.formatted(
                        escaped(invoice.number()),
                        STYLE,
                        escaped(invoice.partnerId()),
                        escaped(invoice.customerId().orElse("todos os clientes")),
                        BrazilianText.date(invoice.dueBy()),
                        status(invoice),
                        invoice.currency().equals("BRL") ? "R$" : escaped(invoice.currency()),
                        BrazilianText.amount(invoice.amountCents()),
                        codes.map(InvoicePage::payment)
                                .orElse(
                                        invoice.status() == InvoiceStatus.CLOSED
                                                ? "<p class=\"warn\">Não pague esta fatura: ela está encerrada.</p>"
                                                : ""),
                        heads,
                        rows);
    }

    private static String payment(PaymentCodes codes) {
        StringBuilder html = new StringBuilder();
        if (codes.demonstration()) {
            html.append("<p class=\"warn\">Demonstração: o recebedor é um exemplo. Não pague.</p>\n");
        }
        codes.pixCode()
                .ifPresent(code -> html.append("<div class=\"pay\">")
                        .append(new QrCode(code).svg())
                        .append("<div><h2>Pague com PIX</h2><p>Copia e cola:</p><p><code>")
                        .append(escaped(code))
                        .append("</code></p></div></div>\n"));
        codes.bankSlipLine()
                .ifPresent(line -> html.append("<div class=\"pay\"><div><h2>Boleto</h2><p><code>")
                        .append(escaped(line))
                        .append("</code></p></div></div>\n"));
        return html.toString();
    }

    private static List<String> fields(InvoiceLine line) {
        Charge charge = line.charge().charge();
        long chargedCents = line.charge().amountCents();
        return List.of(
                charge.customerId(),
                charge.line().product(),
                ChargeTable.kind(charge.kind()),
                "%02d/%d"
                        .formatted(
                                charge.month().getMonthValue(), charge.month().getYear()),
                charge.periodFrom().map(BrazilianText::date).orElse(""),
                charge.periodThrough().map(BrazilianText::date).orElse(""),
                charge.line().daysCharged() + "/" + charge.line().daysInMonth(),
                Integer.toString(charge.line().quantity()),
                BrazilianText.amount(charge.line().unitPriceCents()),
                BrazilianText.amount(chargedCents),
                BrazilianText.amount(line.amountCents() - chargedCents),
                BrazilianText.amount(line.amountCents()));
    }

    private static String status(Invoice invoice) {
        return switch (invoice.status()) {
            case OPEN -> "Em aberto";
            case SETTLING -> "Em liquidação";
            case PAID -> "Paga";
            case CLOSED -> invoice.cancelledAt().isPresent() ? "Cancelada" : "Encerrada";
        };
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
