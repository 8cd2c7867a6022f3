package dev.licenseflow.billing.charge;

import dev.licenseflow.billing.alarm.Alarm.AlarmKind;
import dev.licenseflow.billing.alarm.AlarmRepository;
import dev.licenseflow.domain.charge.Charge;
import dev.licenseflow.domain.charge.ChargeKind;
import java.util.Optional;

/**
 * Enters charges as they come, and the credits that lower them (rule G5), in whatever order. A credit that cannot be one of its charge
 * is not entered, or is taken out when the charge comes; the alarm has its whole content.
 */
public record ChargeEntry(ChargeRepository charges, AlarmRepository alarms) {

    /**
     * Enters a charge as open.
     *
     * @return false if nothing was changed: it is there already, or it contradicts what is there
     */
    public boolean enter(Charge charge) {
        charges.lock(lowered(charge).orElse(charge.chargeId()));
        Optional<LedgerCharge> standing = charges.find(charge.chargeId());
        if (standing.isPresent()) {
            compare(standing.get().charge(), charge);
            return false;
        }
        return lowered(charge).isPresent() ? enterCredit(charge) : enterCharge(charge);
    }

    private boolean enterCharge(Charge charge) {
        charges.enter(charge);
        charges.credits(charge.chargeId()).forEach(credit -> {
            LedgerCharge entered = charges.find(charge.chargeId()).orElseThrow();
            if (contradicts(entered, credit.charge())) {
                charges.remove(credit.chargeId());
            } else {
                charges.sumCredits(charge.chargeId());
            }
        });
        return true;
    }

    private boolean enterCredit(Charge credit) {
        String chargeId = lowered(credit).orElseThrow();
        Optional<LedgerCharge> charge = charges.find(chargeId);
        if (charge.isPresent() && contradicts(charge.get(), credit)) {
            return false;
        }
        charges.enter(credit);
        charges.sumCredits(chargeId);
        return true;
    }

    private boolean contradicts(LedgerCharge charge, Charge credit) {
        Optional<String> contradiction = contradiction(charge, credit);
        contradiction.ifPresent(text -> alarms.raise(
                AlarmKind.CREDIT_CONTRADICTED,
                credit.chargeId(),
                text + ": " + charge.charge() + "; came as " + credit));
        return contradiction.isPresent();
    }

    private Optional<String> contradiction(LedgerCharge charge, Charge credit) {
        boolean sameThing = charge.charge().customerId().equals(credit.customerId())
                && charge.charge().line().product().equals(credit.line().product())
                && charge.charge().currency().equals(credit.currency());
        if (!sameThing || charge.isCredit()) {
            return Optional.of("The charge is none that the credit can lower");
        }
        long leftCents = charge.owedCents() + credit.line().amountCents();
        long settledCents = charges.settledCents(charge.chargeId()).orElse(0);
        return leftCents < settledCents
                ? Optional.of("It would leave " + leftCents + " of a charge on which " + settledCents + " was settled")
                : Optional.empty();
    }

    private void compare(Charge standing, Charge charge) {
        if (!standing.equals(charge)) {
            alarms.raise(
                    AlarmKind.CHARGE_CONTRADICTED, charge.chargeId(), "stands as " + standing + "; came as " + charge);
        }
    }

    private static Optional<String> lowered(Charge charge) {
        return charge.kind() == ChargeKind.CREDIT ? charge.corrects() : Optional.empty();
    }
}
