package dev.licenseflow.domain.reason;

import dev.licenseflow.domain.decision.Reason;
import dev.licenseflow.domain.decision.RejectionCode;
import dev.licenseflow.domain.license.LicenseStatus;
import dev.licenseflow.domain.license.OpenCharge;
import dev.licenseflow.domain.request.Channel;
import dev.licenseflow.domain.request.RenewalMethod;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reasons that lie in how the customer stands, whatever the lines of the request (D4, D6 to D8, R3, K2, G4). */
public final class CustomerReasons {

    /** How many open charges a reason lists; their number and sum always count all of them. */
    private static final int LISTED_CHARGES = 200;

    private CustomerReasons() {}

    public static Reason revisionConflict(long expectedRevision, long currentRevision) {
        return Reason.of(
                RejectionCode.REVISION_CONFLICT,
                Map.of(
                        "expectedRevision", Long.toString(expectedRevision),
                        "currentRevision", Long.toString(currentRevision)),
                "O cliente foi alterado depois da consulta: a revisão atual é " + currentRevision + ".",
                "The customer has changed since it was read: the current revision is " + currentRevision + ".");
    }

    public static Reason channelNotAllowed(Channel channel, RenewalMethod renewalMethod) {
        return Reason.of(
                RejectionCode.CHANNEL_NOT_ALLOWED,
                Map.of("channel", channel.name(), "renewalMethod", renewalMethod.name()),
                "A tela «" + Words.of(channel).pt() + "» não atende clientes com "
                        + Words.of(renewalMethod).pt() + ".",
                "The screen '" + Words.of(channel).en() + "' is not for customers with "
                        + Words.of(renewalMethod).en() + ".");
    }

    public static Reason channelNotForRegistration(Channel channel) {
        return Reason.of(
                RejectionCode.CHANNEL_NOT_ALLOWED,
                Map.of("channel", channel.name(), "allowed", Channel.CUSTOMERS.name()),
                "Um cliente novo é cadastrado somente na tela «"
                        + Words.of(Channel.CUSTOMERS).pt() + "».",
                "A new customer is registered on the screen '"
                        + Words.of(Channel.CUSTOMERS).en() + "' only.");
    }

    /** A partner's channel on the topic of the back office, or the other way round (D10). */
    public static Reason channelNotOfTopic(Channel channel) {
        return Reason.of(
                RejectionCode.CHANNEL_NOT_ALLOWED,
                Map.of("channel", channel.name()),
                "O canal «" + Words.of(channel).pt() + "» não é aceito neste tópico.",
                "The channel '" + Words.of(channel).en() + "' is not accepted on this topic.");
    }

    public static Reason channelNotForCommand(Channel channel, String command) {
        return Reason.of(
                RejectionCode.CHANNEL_NOT_ALLOWED,
                Map.of("channel", channel.name(), "command", command, "allowed", Channel.BACK_OFFICE.name()),
                "Somente a retaguarda do fornecedor pode fazer isso.",
                "Only the vendor's back office can do this.");
    }

    public static Reason cancellationPending(YearMonth paidThrough) {
        return Reason.of(
                RejectionCode.CANCELLATION_PENDING,
                Map.of("paidThrough", paidThrough.toString()),
                "O contrato foi cancelado e termina com o mês " + paidThrough + "; retire o cancelamento antes.",
                "The contract was cancelled and ends with the month " + paidThrough
                        + "; withdraw the cancellation first.");
    }

    public static Reason amountNotLower(OpenCharge charge, long amountCents) {
        return Reason.of(
                RejectionCode.AMOUNT_NOT_LOWER,
                Map.of(
                        "chargeId", charge.chargeId(),
                        "amountCents", Long.toString(amountCents),
                        "currentCents", Long.toString(charge.amountCents())),
                "O novo valor deve ser de zero ou mais e menor que " + Money.pt(charge.amountCents()) + ".",
                "The new amount has to be zero or more and less than " + Money.en(charge.amountCents()) + ".");
    }

    public static Reason amountNotPositive(long amountCents) {
        return Reason.of(
                RejectionCode.AMOUNT_NOT_POSITIVE,
                Map.of("amountCents", Long.toString(amountCents)),
                "O valor deve ser maior que zero.",
                "The amount has to be above zero.");
    }

    public static Reason statusForbids(LicenseStatus status, YearMonth paidThrough, String allowed) {
        return Reason.of(
                RejectionCode.STATUS_FORBIDS,
                Map.of("status", status.name(), "paidThrough", paidThrough.toString(), "allowed", allowed),
                "O status do cliente não permite isso: " + Words.of(status).pt() + ", pago até " + paidThrough + ".",
                "The customer's status does not allow this: " + Words.of(status).en() + ", paid through " + paidThrough
                        + ".");
    }

    public static Reason outstandingCharges(List<OpenCharge> charges) {
        long totalCents = charges.stream().mapToLong(OpenCharge::amountCents).sum();
        Map<String, String> facts = new TreeMap<>();
        facts.put("chargeCount", Integer.toString(charges.size()));
        facts.put(
                "chargeIds",
                charges.stream().limit(LISTED_CHARGES).map(OpenCharge::chargeId).collect(Collectors.joining(",")));
        facts.put("totalCents", Long.toString(totalCents));
        return Reason.of(
                RejectionCode.OUTSTANDING_CHARGES,
                facts,
                "Há cobranças em aberto, no total de " + Money.pt(totalCents) + ".",
                "There are open charges of " + Money.en(totalCents) + " in total.");
    }

    public static Reason noChange() {
        return Reason.of(RejectionCode.NO_CHANGE, Map.of(), "Não há nada a alterar.", "There is nothing to change.");
    }

    public static Reason amountAboveAccepted(long acceptUpToCents, long totalCents) {
        return Reason.of(
                RejectionCode.AMOUNT_ABOVE_ACCEPTED,
                Map.of("acceptUpToCents", Long.toString(acceptUpToCents), "totalCents", Long.toString(totalCents)),
                "O valor de " + Money.pt(totalCents) + " ultrapassa o aceito, de " + Money.pt(acceptUpToCents) + ".",
                "The amount of " + Money.en(totalCents) + " is above what was accepted, " + Money.en(acceptUpToCents)
                        + ".");
    }

    public static Reason chargeNotOpen(String chargeId) {
        return Reason.of(
                RejectionCode.CHARGE_NOT_OPEN,
                Map.of("chargeId", chargeId),
                "A cobrança é desconhecida ou já foi liquidada.",
                "The charge is unknown or was settled before.");
    }
}
