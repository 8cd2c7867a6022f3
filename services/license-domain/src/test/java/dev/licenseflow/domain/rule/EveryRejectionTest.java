package dev.licenseflow.domain.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licenseflow.domain.decision.Decision;
import dev.licenseflow.domain.decision.Outcome;
import dev.licenseflow.domain.decision.Reason;
import dev.licenseflow.domain.decision.RejectionCode;
import dev.licenseflow.domain.fixture.Refusals;
import dev.licenseflow.domain.fixture.Rule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each code of the closed set is given for something, alone, and says it in both languages (D2). */
@Rule("D2")
class EveryRejectionTest {

    @ParameterizedTest
    @EnumSource(RejectionCode.class)
    void everyCodeIsProducedAndExplained(RejectionCode code) {
        Decision decision = new Refusals().of(code);
        assertThat(decision.outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(decision.reasons()).hasSize(1);
        Reason reason = decision.reasons().get(0);
        assertThat(reason.code()).isEqualTo(code);
        assertThat(reason.product().isPresent()).isEqualTo(concernsAProduct(code));
        assertThat(reason.messagePt()).isEqualTo(messagePt(code));
        assertThat(reason.messageEn()).isEqualTo(messageEn(code));
    }

    private static boolean concernsAProduct(RejectionCode code) {
        return switch (code) {
            case DUPLICATE_PRODUCT,
                    UNKNOWN_PRODUCT,
                    NOT_AN_ADD_ON,
                    NOT_A_SYSTEM,
                    DEDICATED_FLOW,
                    NOT_SELLABLE,
                    NOT_ELIGIBLE_FOR_SYSTEM,
                    QUANTITY_OUT_OF_RANGE,
                    DEPENDENCY_MISSING,
                    DEPENDENCY_IN_USE -> true;
            case UNKNOWN_CUSTOMER,
                    ALREADY_REGISTERED,
                    NOT_YOUR_CUSTOMER,
                    REQUEST_ID_REUSED,
                    REVISION_CONFLICT,
                    CHANNEL_NOT_ALLOWED,
                    STATUS_FORBIDS,
                    OUTSTANDING_CHARGES,
                    QUOTE_UNKNOWN,
                    QUOTE_EXPIRED,
                    QUOTE_CLOSED,
                    QUOTE_STALE,
                    NO_CHANGE,
                    AMOUNT_ABOVE_ACCEPTED,
                    CHARGE_NOT_OPEN,
                    CANCELLATION_PENDING,
                    AMOUNT_NOT_LOWER,
                    AMOUNT_NOT_POSITIVE -> false;
        };
    }

    private static String messagePt(RejectionCode code) {
        return switch (code) {
            case UNKNOWN_CUSTOMER -> "O cliente não está cadastrado.";
            case ALREADY_REGISTERED -> "O cliente já está cadastrado.";
            case NOT_YOUR_CUSTOMER -> "O cliente pertence a outro parceiro.";
            case REQUEST_ID_REUSED ->
                "O identificador já foi usado para outra solicitação; a primeira decisão continua valendo.";
            case REVISION_CONFLICT -> "O cliente foi alterado depois da consulta: a revisão atual é 1.";
            case CHANNEL_NOT_ALLOWED -> "A tela «Gestão de cobranças» não atende clientes com renovação manual.";
            case STATUS_FORBIDS -> "O status do cliente não permite isso: ativo, pago até 2026-03.";
            case OUTSTANDING_CHARGES -> "Há cobranças em aberto, no total de R$ 169,35.";
            case QUOTE_UNKNOWN -> "O cliente não tem orçamento.";
            case QUOTE_EXPIRED -> "O prazo do orçamento terminou; peça um novo.";
            case QUOTE_CLOSED -> "O orçamento já foi recusado.";
            case QUOTE_STALE -> "O cliente mudou depois do orçamento; agora o total seria R$ 9,35.";
            case DUPLICATE_PRODUCT -> "O produto aparece em mais de uma linha.";
            case UNKNOWN_PRODUCT -> "O produto não existe no catálogo.";
            case NOT_AN_ADD_ON -> "Navi Vendas/PDV+ é um sistema, não um produto auxiliar.";
            case NOT_A_SYSTEM -> "O produto informado como sistema não é um sistema do catálogo.";
            case DEDICATED_FLOW -> "TEF é contratado no portal pelo menu próprio, «TEF».";
            case NOT_SELLABLE -> "Link Garçom não é mais vendido: a quantidade pode diminuir, não aumentar.";
            case NOT_ELIGIBLE_FOR_SYSTEM -> "Link Garçom não está disponível para o sistema navi.";
            case QUANTITY_OUT_OF_RANGE -> "A quantidade de Link Garçom deve ficar entre 1 e 50, ou ser 0.";
            case NO_CHANGE -> "Não há nada a alterar.";
            case DEPENDENCY_MISSING -> "Link Móvel requer também, neste mês e no próximo: cloud.";
            case DEPENDENCY_IN_USE -> "Cloud não pode sair: ainda é requerido por link-movel.";
            case AMOUNT_ABOVE_ACCEPTED -> "O valor de R$ 112,26 ultrapassa o aceito, de R$ 10,00.";
            case CHARGE_NOT_OPEN -> "A cobrança é desconhecida ou já foi liquidada.";
            case CANCELLATION_PENDING ->
                "O contrato foi cancelado e termina com o mês 2026-03; retire o cancelamento antes.";
            case AMOUNT_NOT_LOWER -> "O novo valor deve ser de zero ou mais e menor que R$ 116,13.";
            case AMOUNT_NOT_POSITIVE -> "O valor deve ser maior que zero.";
        };
    }

    private static String messageEn(RejectionCode code) {
        return switch (code) {
            case UNKNOWN_CUSTOMER -> "The customer is not registered.";
            case ALREADY_REGISTERED -> "The customer is registered already.";
            case NOT_YOUR_CUSTOMER -> "The customer belongs to another partner.";
            case REQUEST_ID_REUSED -> "The id was used for something else before; the first decision stands.";
            case REVISION_CONFLICT -> "The customer has changed since it was read: the current revision is 1.";
            case CHANNEL_NOT_ALLOWED -> "The screen 'Managed billing' is not for customers with manual renewal.";
            case STATUS_FORBIDS -> "The customer's status does not allow this: active, paid through 2026-03.";
            case OUTSTANDING_CHARGES -> "There are open charges of R$169.35 in total.";
            case QUOTE_UNKNOWN -> "The customer has no quote.";
            case QUOTE_EXPIRED -> "The quote is no longer valid; ask for a new one.";
            case QUOTE_CLOSED -> "The quote was declined before.";
            case QUOTE_STALE -> "The customer has changed since the quote was made; the total would now be R$9.35.";
            case DUPLICATE_PRODUCT -> "The product stands on more than one line.";
            case UNKNOWN_PRODUCT -> "The catalog does not have this product.";
            case NOT_AN_ADD_ON -> "Navi Sales/PDV+ is a system, not an add-on.";
            case NOT_A_SYSTEM -> "What was given as the system is no system of the catalog.";
            case DEDICATED_FLOW ->
                "Card terminal (TEF) is contracted in the portal through its own menu, 'Card terminal (TEF)'.";
            case NOT_SELLABLE -> "Link Waiter is no longer sold: its quantity may fall, not rise.";
            case NOT_ELIGIBLE_FOR_SYSTEM -> "Link Waiter is not available for the system navi.";
            case QUANTITY_OUT_OF_RANGE -> "The quantity of Link Waiter has to be between 1 and 50, or 0.";
            case NO_CHANGE -> "There is nothing to change.";
            case DEPENDENCY_MISSING -> "Link Mobile also requires, this month and next: cloud.";
            case DEPENDENCY_IN_USE -> "Cloud cannot leave: it is still required by link-movel.";
            case AMOUNT_ABOVE_ACCEPTED -> "The amount of R$112.26 is above what was accepted, R$10.00.";
            case CHARGE_NOT_OPEN -> "The charge is unknown or was settled before.";
            case CANCELLATION_PENDING ->
                "The contract was cancelled and ends with the month 2026-03; withdraw the cancellation first.";
            case AMOUNT_NOT_LOWER -> "The new amount has to be zero or more and less than R$116.13.";
            case AMOUNT_NOT_POSITIVE -> "The amount has to be above zero.";
        };
    }
}
