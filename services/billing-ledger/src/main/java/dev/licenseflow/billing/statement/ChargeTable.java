package dev.licenseflow.billing.statement;

import dev.licenseflow.billing.charge.LedgerCharge;
import dev.licenseflow.billing.charge.LedgerCharge.ChargeSettling;
import dev.licenseflow.billing.csv.BrazilianCsv;
import dev.licenseflow.billing.csv.BrazilianText;
import dev.licenseflow.domain.charge.Charge;
import dev.licenseflow.domain.charge.ChargeKind;
import dev.licenseflow.domain.month.BusinessCalendar;
import dev.licenseflow.domain.request.SettlementOutcome;
import java.util.List;
import java.util.Optional;

/** Charges as a table for spreadsheets, in the words of the portal. */
public final class ChargeTable {

    private static final List<String> HEADER = List.of(
            "Parceiro",
            "Cliente",
            "Mês",
            "Cobrança",
            "Tipo",
            "Produto",
            "Quantidade",
            "Preço unitário",
            "Dias cobrados",
            "Dias do mês",
            "Valor",
            "Moeda",
            "Vencimento",
            "Situação",
            "Liquidada em",
            "Liquidação",
            "Corrige");

    private final BusinessCalendar calendar;

    public ChargeTable(BusinessCalendar calendar) {
        this.calendar = calendar;
    }

    /** The bytes of the file. */
    public byte[] of(List<LedgerCharge> charges) {
        BrazilianCsv table = new BrazilianCsv(HEADER);
        charges.forEach(charge -> table.line(line(charge)));
        return table.bytes();
    }

    private List<String> line(LedgerCharge entry) {
        Charge charge = entry.charge();
        Optional<ChargeSettling> settling = entry.settling();
        return List.of(
                charge.partnerId(),
                charge.customerId(),
                "%02d/%d"
                        .formatted(
                                charge.month().getMonthValue(), charge.month().getYear()),
                charge.chargeId(),
                kind(charge.kind()),
                charge.line().product(),
                Integer.toString(charge.line().quantity()),
                BrazilianText.amount(charge.line().unitPriceCents()),
                Integer.toString(charge.line().daysCharged()),
                Integer.toString(charge.line().daysInMonth()),
                BrazilianText.amount(charge.line().amountCents()),
                charge.currency(),
                BrazilianText.date(charge.dueBy()),
                status(entry),
                settling.flatMap(ChargeSettling::settledAt)
                        .map(at -> BrazilianText.date(calendar.dateOf(at)))
                        .orElse(""),
                settling.map(ChargeSettling::settlementId).orElse(""),
                charge.corrects().orElse(""));
    }

    /** The kind in the words of the portal. */
    public static String kind(ChargeKind kind) {
        return switch (kind) {
            case INITIAL -> "Inicial";
            case ADDITION -> "Adicional";
            case RENEWAL -> "Renovação";
            case REACTIVATION -> "Reativação";
            case CREDIT -> "Crédito";
            case CORRECTION -> "Correção";
        };
    }

    private static String status(LedgerCharge charge) {
        return switch (charge.status()) {
            case OPEN -> "Em aberto";
            case SETTLING -> "Em liquidação";
            case SETTLED ->
                charge.settling()
                                .map(ChargeSettling::outcome)
                                .filter(SettlementOutcome.WAIVED::equals)
                                .isPresent()
                        ? "Dispensada"
                        : "Paga";
        };
    }
}
