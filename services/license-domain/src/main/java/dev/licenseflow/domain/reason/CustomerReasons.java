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
                "A tela «" + Words.pt(channel) + "» não atende clientes com " + Words.pt(renewalMethod) + ".",
                "The screen '" + Words.en(channel) + "' is not for customers with " + Words.en(renewalMethod) + ".");
    }

    public static Reason channelNotForRegistration(Channel channel) {
        return Reason.of(
                RejectionCode.CHANNEL_NOT_ALLOWED,
                Map.of("channel", channel.name(), "allowed", Channel.CUSTOMERS.name()),
                "Um cliente novo é cadastrado somente na tela «" + Words.pt(Channel.CUSTOMERS) + "».",
                "A new customer is registered on the screen '" + Words.en(Channel.CUSTOMERS) + "' only.");
    }

    public static Reason statusForbids(LicenseStatus status, YearMonth paidThrough, String allowed) {
        return Reason.of(
                RejectionCode.STATUS_FORBIDS,
                Map.of("status", status.name(), "paidThrough", paidThrough.toString(), "allowed", allowed),
                "O status do cliente não permite isso: " + Words.pt(status) + ", pago até " + paidThrough + ".",
                "The customer's status does not allow this: " + Words.en(status) + ", paid through " + paidThrough
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
