package dev.licenseflow.cli.demo;

import dev.licenseflow.domain.charge.Charge;
import dev.licenseflow.domain.decision.Decision;
import dev.licenseflow.domain.decision.Effect;
import dev.licenseflow.schema.LicenseState;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * All that one cause led to, in one transaction (G3).
 *
 * @param charges in the order in which they were written
 * @param licenses absent if nothing changed that the licenses topic shows
 */
record Answer(Decision decision, List<Charge> charges, Optional<LicenseState> licenses) {

    /** In the words of {@link ContractModel}, to be compared with it. */
    Facts facts(ZoneId zone) {
        Facts facts = new Facts()
                .with("outcome", decision.outcome().name())
                .with(
                        "reasons",
                        decision.reasons().stream()
                                .map(reason ->
                                        reason.code() + " " + reason.product().orElse("-"))
                                .collect(Collectors.joining(", ")))
                .with("revision", decision.revisionBefore() + " to " + decision.revisionAfter());
        List<Effect.ChargeSettled> settled = settled();
        if (!settled.isEmpty()) {
            facts.with("settled", settled.size() + " charges = " + sumCents(settled));
        }
        for (Charge charge : charges) {
            facts.with(
                    "charge of " + charge.line().product(),
                    ContractModel.charge(
                            charge.kind().name(),
                            charge.line().quantity(),
                            charge.line().unitPriceCents(),
                            charge.line().daysCharged(),
                            charge.line().daysInMonth(),
                            charge.line().amountCents(),
                            charge.dueBy()));
        }
        decision.quote()
                .ifPresent(quote -> facts.with(
                        "quote",
                        quote.lines().stream()
                                        .map(line ->
                                                line.product() + " " + line.quantity() + " = " + line.amountCents())
                                        .collect(Collectors.joining(", "))
                                + ContractModel.quoteEnd(
                                        quote.totalCents(),
                                        quote.monthlyTotalCents(),
                                        quote.validUntil().atZone(zone).toLocalDateTime())));
        licenses.ifPresent(state -> facts.with("licenses", describe(state)));
        return facts;
    }

    /** The charges that were settled. */
    List<Effect.ChargeSettled> settled() {
        return decision.effects().stream()
                .filter(Effect.ChargeSettled.class::isInstance)
                .map(Effect.ChargeSettled.class::cast)
                .toList();
    }

    static long sumCents(List<Effect.ChargeSettled> settled) {
        return settled.stream().mapToLong(Effect.ChargeSettled::amountCents).sum();
    }

    private static String describe(LicenseState state) {
        return state.getProducts().stream()
                .map(product -> product.getProduct() + " " + product.getActive() + "/" + product.getNext())
                .collect(Collectors.joining(
                        ", ",
                        state.getStatus() + " " + state.getRenewalMethod() + " to " + state.getPaidThrough() + ": ",
                        "; open " + state.getOpenChargesCents()));
    }
}
